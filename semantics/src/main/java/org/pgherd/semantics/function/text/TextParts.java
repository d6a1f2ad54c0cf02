package org.pgherd.semantics.function.text;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.integer.IntegerRange;
import org.pgherd.semantics.value.Text;

/// Length of strings and parts of them by position (varlena.c). Positions count code points from 1.
public final class TextParts {
    private TextParts() {}

    @PgFunction(oid = {1257, 1317, 1369, 1381})
    public static int textlen(Text a) {
        return a.codePoints();
    }

    @PgFunction(oid = 1374)
    public static int textoctetlen(Text a) {
        return a.length();
    }

    @PgFunction(oid = 1811)
    public static int bitLength(Text a) {
        return IntegerRange.integer(a.length() * 8L);
    }

    @PgFunction(oid = {877, 936})
    public static Text text_substr(Text a, int start, int length) {
        return substring(a, start, length);
    }

    static Text substring(Text a, int start, int length) {
        long end = (long) start + length;
        if (length < 0) {
            throw new SqlException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
        }
        if (end > Integer.MAX_VALUE) {
            return text_substr_no_len(a, start);
        }
        int first = Math.max(start, 1);
        if (end < 1) {
            return Text.EMPTY;
        }
        int from = CodePoints.advance(a, 0, first - 1);
        return a.slice(from, CodePoints.advance(a, from, Math.max(0, end - first)));
    }

    @PgFunction(oid = {883, 937})
    public static Text text_substr_no_len(Text a, int start) {
        return a.slice(CodePoints.advance(a, 0, Math.max(start, 1) - 1), a.length());
    }

    @PgFunction(oid = 1404)
    public static Text textoverlay(Text a, Text replacement, int start, int length) {
        if (start <= 0) {
            throw new SqlException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
        }
        long end = (long) start + length;
        if (end != (int) end) {
            throw IntegerRange.integerOutOfRange();
        }
        Text head = substring(a, 1, start - 1);
        return Concatenation.join(head, replacement, text_substr_no_len(a, (int) end));
    }

    @PgFunction(oid = 1405)
    public static Text textoverlay_no_len(Text a, Text replacement, int start) {
        return textoverlay(a, replacement, start, replacement.codePoints());
    }

    @PgFunction(oid = {849, 868})
    public static int textpos(Text a, Text part) {
        int at = CodePoints.indexOf(a, part, 0);
        return at < 0 ? 0 : CodePoints.count(a, 0, at) + 1;
    }

    @PgFunction(oid = 3060)
    public static Text text_left(Text a, int count) {
        int n = count < 0 ? Math.max(0, a.codePoints() + count) : count;
        return a.slice(0, CodePoints.advance(a, 0, n));
    }

    @PgFunction(oid = 3061)
    public static Text text_right(Text a, int count) {
        if (count == Integer.MIN_VALUE) {
            return a; // PostgreSQL's -count wraps around
        }
        long skip = count < 0 ? -(long) count : a.codePoints() - (long) count;
        return a.slice(CodePoints.advance(a, 0, Math.max(0, skip)), a.length());
    }

    @PgFunction(oid = 2088)
    public static Text split_part(Text a, Text separator, int field) {
        if (field == 0) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "field position must not be zero");
        }
        if (a.isEmpty()) {
            return Text.EMPTY;
        }
        if (separator.isEmpty()) {
            return field == 1 || field == -1 ? a : Text.EMPTY;
        }
        int n = field;
        if (n < 0) {
            int fields = 1;
            for (int at = find(a, separator, 0); at >= 0; at = find(a, separator, at + separator.length())) {
                fields++;
            }
            n += fields + 1;
            if (n <= 0) {
                return Text.EMPTY;
            }
        }
        int start = 0;
        for (int i = 1; ; i++) {
            int at = find(a, separator, start);
            if (i == n) {
                return a.slice(start, at < 0 ? a.length() : at);
            }
            if (at < 0) {
                return Text.EMPTY;
            }
            start = at + separator.length();
        }
    }

    private static int find(Text a, Text separator, int from) {
        return CodePoints.indexOf(a, separator, from);
    }

    @PgFunction(oid = 3062)
    public static Text text_reverse(Text a) {
        byte[] reversed = new byte[a.length()];
        int to = reversed.length;
        for (int at = 0; at < a.length(); ) {
            int n = CodePoints.length(a.at(at));
            to -= n;
            System.arraycopy(a.bytes(), a.offset() + at, reversed, to, n);
            at += n;
        }
        return Text.of(reversed);
    }
}
