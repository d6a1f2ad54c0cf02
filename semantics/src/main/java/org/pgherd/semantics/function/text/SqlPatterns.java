package org.pgherd.semantics.function.text;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Text;

/// LIKE over bytes, and SIMILAR TO patterns as regular expressions (like.c, regexp.c:similar_escape_internal).
public final class SqlPatterns {
    private SqlPatterns() {}

    private static Text bytes(Bytea a) {
        return Text.of(a.bytes());
    }

    @PgFunction(oid = {2005, 2007})
    public static boolean bytealike(Bytea a, Bytea pattern) {
        return LikePattern.matchesBytes(bytes(a), bytes(pattern));
    }

    @PgFunction(oid = {2006, 2008})
    public static boolean byteanlike(Bytea a, Bytea pattern) {
        return !bytealike(a, pattern);
    }

    @PgFunction(oid = 2009)
    public static Bytea like_escape_bytea(Bytea pattern, Bytea escape) {
        return new Bytea(
                LikePattern.withEscape(bytes(pattern), bytes(escape), true).toByteArray());
    }

    @PgFunction(oid = 1623)
    public static @Nullable Text similar_escape(@Nullable Text pattern, @Nullable Text escape) {
        return pattern == null ? null : escape(pattern.toString(), escape == null ? null : escape.toString());
    }

    @PgFunction(oid = 1987)
    public static Text similar_to_escape_1(Text pattern) {
        return escape(pattern.toString(), null);
    }

    @PgFunction(oid = 1986)
    public static Text similar_to_escape_2(Text pattern, Text escape) {
        return escape(pattern.toString(), escape.toString());
    }

    private static Text escape(String pattern, @Nullable String escape) {
        int escapePoint;
        if (escape == null) {
            escapePoint = '\\';
        } else if (escape.isEmpty()) {
            escapePoint = -1;
        } else if (escape.codePointCount(0, escape.length()) == 1) {
            escapePoint = escape.codePointAt(0);
        } else {
            throw new SqlException(SqlState.INVALID_ESCAPE_SEQUENCE, "invalid escape string")
                    .withHint("Escape string must be empty or one character.");
        }
        StringBuilder out = new StringBuilder("^(?:");
        boolean afterEscape = false;
        int bracketDepth = 0;
        int classStart = 0;
        int quotes = 0;
        for (int i = 0; i < pattern.length(); ) {
            int c = pattern.codePointAt(i);
            i += Character.charCount(c);
            if (afterEscape) {
                if (c == '"' && bracketDepth == 0) {
                    if (quotes == 0) {
                        out.append("){1,1}?(");
                    } else if (quotes == 1) {
                        out.append("){1,1}(?:");
                    } else {
                        throw new SqlException(
                                SqlState.INVALID_USE_OF_ESCAPE_CHARACTER,
                                "SQL regular expression may not contain more than two escape-double-quote separators");
                    }
                    quotes++;
                } else {
                    out.append('\\').appendCodePoint(c);
                    classStart = 3;
                }
                afterEscape = false;
            } else if (c == escapePoint) {
                afterEscape = true;
            } else if (bracketDepth > 0) {
                if (c == '\\') {
                    out.append('\\');
                }
                out.appendCodePoint(c);
                if (c == ']' && classStart > 2) {
                    bracketDepth--;
                } else if (c == '[') {
                    bracketDepth++;
                    // a class name's brackets do not begin a set of their own
                    classStart = 3;
                } else if (c == '^') {
                    classStart++;
                } else {
                    classStart = 3;
                }
            } else {
                switch (c) {
                    case '[' -> {
                        out.append('[');
                        bracketDepth = 1;
                        classStart = 1;
                    }
                    case '%' -> out.append(".*");
                    case '_' -> out.append('.');
                    case '(' -> out.append("(?:");
                    case '\\', '.', '^', '$' -> out.append('\\').appendCodePoint(c);
                    default -> out.appendCodePoint(c);
                }
            }
        }
        return Text.of(out.append(")$").toString());
    }
}
