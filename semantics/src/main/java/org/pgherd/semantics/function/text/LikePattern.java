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

    private final byte[] text;
    private final byte[] pattern;
    private final int textEnd;
    private final int patternEnd;
    /// Bytea has no characters of several bytes.
    private final boolean singleByte;

    private LikePattern(Text text, Text pattern, boolean singleByte) {
        this.text = text.bytes();
        this.pattern = pattern.bytes();
        this.textEnd = text.offset() + text.length();
        this.patternEnd = pattern.offset() + pattern.length();
        this.singleByte = singleByte;
    }

    static boolean matches(Text text, Text pattern) {
        return new LikePattern(text, pattern, false).match(text.offset(), pattern.offset()) == TRUE;
    }

    static boolean matchesBytes(Text text, Text pattern) {
        return new LikePattern(text, pattern, true).match(text.offset(), pattern.offset()) == TRUE;
    }

    private int match(int textAt, int patternAt) {
        int t = textAt;
        int p = patternAt;
        if (patternEnd - p == 1 && pattern[p] == '%') {
            return TRUE;
        }
        while (t < textEnd && p < patternEnd) {
            byte c = pattern[p];
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
                c = pattern[p];
            }
            if (c != text[t]) {
                return FALSE;
            }
            t++;
            p++;
        }
        if (t < textEnd) {
            return FALSE;
        }
        while (p < patternEnd && pattern[p] == '%') {
            p++;
        }
        return p >= patternEnd ? TRUE : ABORT;
    }

    /// What follows a `%`.
    private int matchRest(int textAt, int patternAt) {
        int t = textAt;
        int p = patternAt;
        while (p < patternEnd) {
            if (pattern[p] == '_') {
                if (t >= textEnd) {
                    return ABORT;
                }
                t = next(t);
            } else if (pattern[p] != '%') {
                break;
            }
            p++;
        }
        if (p >= patternEnd) {
            return TRUE;
        }
        byte first = pattern[p];
        if (first == '\\') {
            if (p + 1 >= patternEnd) {
                throw endsWithEscape();
            }
            first = pattern[p + 1];
        }
        // a character's first byte is none of another's later ones, so that bytes are as good as characters
        byte[] bytes = text;
        for (; t < textEnd; t++) {
            if (bytes[t] == first) {
                int matched = match(t, p);
                if (matched != FALSE) {
                    return matched;
                }
            }
        }
        return ABORT;
    }

    private int next(int t) {
        return singleByte ? t + 1 : Math.min(t + CodePoints.length(text[t]), textEnd);
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
