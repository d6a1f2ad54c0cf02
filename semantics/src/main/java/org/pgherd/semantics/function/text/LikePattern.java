package org.pgherd.semantics.function.text;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.Text;

/// Matching of LIKE patterns over bytes (like_match.c): `%` any string, `_` one character, `\` takes the next as it
/// is.
final class LikePattern {
    /// The text ended before the pattern did: longer prefixes of it cannot match either.
    private static final int ABORT = -1;

    private static final int FALSE = 0;
    private static final int TRUE = 1;

    private final Text text;
    private final Text pattern;
    /// Bytea has no characters of several bytes.
    private final boolean singleByte;

    private LikePattern(Text text, Text pattern, boolean singleByte) {
        this.text = text;
        this.pattern = pattern;
        this.singleByte = singleByte;
    }

    static boolean matches(Text text, Text pattern) {
        return new LikePattern(text, pattern, false).match(0, 0) == TRUE;
    }

    static boolean matchesBytes(Text text, Text pattern) {
        return new LikePattern(text, pattern, true).match(0, 0) == TRUE;
    }

    private int match(int textAt, int patternAt) {
        int t = textAt;
        int p = patternAt;
        int textEnd = text.length();
        int patternEnd = pattern.length();
        if (patternEnd - p == 1 && pattern.at(p) == '%') {
            return TRUE;
        }
        while (t < textEnd && p < patternEnd) {
            byte c = pattern.at(p);
            if (c == '%') {
                return matchRest(t, p + 1);
            }
            if (c == '_') {
                t = next(t);
                p++;
                continue;
            }
            if (c == '\\') {
                p++;
                if (p >= patternEnd) {
                    throw endsWithEscape();
                }
                c = pattern.at(p);
            }
            if (c != text.at(t)) {
                return FALSE;
            }
            t++;
            p++;
        }
        if (t < textEnd) {
            return FALSE;
        }
        while (p < patternEnd && pattern.at(p) == '%') {
            p++;
        }
        return p >= patternEnd ? TRUE : ABORT;
    }

    /// What follows a `%`.
    private int matchRest(int textAt, int patternAt) {
        int t = textAt;
        int p = patternAt;
        int textEnd = text.length();
        int patternEnd = pattern.length();
        while (p < patternEnd) {
            if (pattern.at(p) == '_') {
                if (t >= textEnd) {
                    return ABORT;
                }
                t = next(t);
            } else if (pattern.at(p) != '%') {
                break;
            }
            p++;
        }
        if (p >= patternEnd) {
            return TRUE;
        }
        byte first = pattern.at(p);
        if (first == '\\') {
            if (p + 1 >= patternEnd) {
                throw endsWithEscape();
            }
            first = pattern.at(p + 1);
        }
        while (t < textEnd) {
            if (text.at(t) == first) {
                int matched = match(t, p);
                if (matched != FALSE) {
                    return matched;
                }
            }
            t = next(t);
        }
        return ABORT;
    }

    private int next(int t) {
        return singleByte ? t + 1 : Math.min(t + CodePoints.length(text.at(t)), text.length());
    }

    static SqlException endsWithEscape() {
        return new SqlException(SqlState.INVALID_ESCAPE_SEQUENCE, "LIKE pattern must not end with escape character");
    }

    /// The pattern with its own escape character turned into backslashes (like_match.c:do_like_escape).
    static Text withEscape(Text pattern, Text escape, boolean singleByte) {
        if (escape.isEmpty()) {
            return doubleBackslashes(pattern);
        }
        int points = singleByte ? escape.length() : escape.codePoints();
        if (points != 1) {
            throw new SqlException(SqlState.INVALID_ESCAPE_SEQUENCE, "invalid escape string")
                    .withHint("Escape string must be empty or one character.");
        }
        if (escape.at(0) == '\\') {
            return pattern;
        }
        byte[] out = new byte[pattern.length() * 2];
        int n = 0;
        boolean afterEscape = false;
        for (int i = 0; i < pattern.length(); ) {
            int length = singleByte ? 1 : CodePoints.length(pattern.at(i));
            if (!afterEscape
                    && pattern.slice(i, Math.min(i + length, pattern.length())).equals(escape)) {
                out[n++] = '\\';
                afterEscape = true;
            } else {
                if (!afterEscape && pattern.at(i) == '\\') {
                    out[n++] = '\\';
                }
                for (int j = 0; j < length; j++) {
                    out[n++] = pattern.at(i + j);
                }
                afterEscape = false;
            }
            i += length;
        }
        return Text.of(out, 0, n);
    }

    private static Text doubleBackslashes(Text pattern) {
        byte[] out = new byte[pattern.length() * 2];
        int n = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.at(i) == '\\') {
                out[n++] = '\\';
            }
            out[n++] = pattern.at(i);
        }
        return Text.of(out, 0, n);
    }
}
