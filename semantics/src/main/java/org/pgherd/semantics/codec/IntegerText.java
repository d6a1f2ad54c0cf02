package org.pgherd.semantics.codec;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Text of integers as numutils.c reads it: blanks around, a sign, decimal or 0x, 0o, 0b, single underscores
/// between digits.
public final class IntegerText {
    private IntegerText() {}

    public static short parseInt2(String text) {
        return (short) parse(text, "smallint", Short.MIN_VALUE, Short.MAX_VALUE);
    }

    public static int parseInt4(String text) {
        return (int) parse(text, "integer", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public static long parseInt8(String text) {
        return parse(text, "bigint", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static long parse(String text, String type, long min, long max) {
        int end = text.length();
        int i = 0;
        while (i < end && isSpace(text.charAt(i))) {
            i++;
        }
        boolean negative = i < end && text.charAt(i) == '-';
        if (negative || i < end && text.charAt(i) == '+') {
            i++;
        }
        int radix = 10;
        if (i + 1 < end && text.charAt(i) == '0') {
            radix = switch (text.charAt(i + 1)) {
                case 'x', 'X' -> 16;
                case 'o', 'O' -> 8;
                case 'b', 'B' -> 2;
                default -> 10;
            };
            if (radix != 10) {
                i += 2;
            }
        }
        int first = i;
        // accumulated as a negative number, whose range is the larger one
        long limit = negative ? min : -max;
        long stop = limit / radix;
        long value = 0;
        for (; i < end; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit >= 0) {
                if (value < stop) {
                    throw outOfRange(text, type);
                }
                value = value * radix - digit;
                if (value < limit || value > 0) {
                    throw outOfRange(text, type);
                }
            } else if (c == '_' && (i > first || radix != 10)) {
                if (i + 1 >= end || text.charAt(i + 1) >= 128 || Character.digit(text.charAt(i + 1), radix) < 0) {
                    throw TypeCodec.invalidSyntax(type, text);
                }
            } else {
                break;
            }
        }
        if (i == first) {
            throw TypeCodec.invalidSyntax(type, text);
        }
        while (i < end && isSpace(text.charAt(i))) {
            i++;
        }
        if (i != end) {
            throw TypeCodec.invalidSyntax(type, text);
        }
        return negative ? value : -value;
    }

    /// oid, xid and cid: strtoul with base 0, which takes a sign too.
    static int parseUnsigned(String text, String type) {
        int end = text.length();
        int i = 0;
        while (i < end && isSpace(text.charAt(i))) {
            i++;
        }
        boolean negative = i < end && text.charAt(i) == '-';
        if (negative || i < end && text.charAt(i) == '+') {
            i++;
        }
        int radix = 10;
        if (i + 2 < end && text.charAt(i) == '0' && (text.charAt(i + 1) | 0x20) == 'x') {
            radix = 16;
            i += 2;
        } else if (i + 1 < end && text.charAt(i) == '0') {
            radix = 8;
        }
        int first = i;
        long value = 0;
        boolean overflow = false;
        for (; i < end; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                break;
            }
            overflow |= Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, radix)) > 0;
            value = value * radix + digit;
        }
        if (i == first) {
            throw TypeCodec.invalidSyntax(type, text);
        }
        // what does not even fit 64 bits is told before junk behind it
        if (overflow) {
            throw outOfRange(text, type);
        }
        while (i < end && isSpace(text.charAt(i))) {
            i++;
        }
        if (i != end) {
            throw TypeCodec.invalidSyntax(type, text);
        }
        if (Long.compareUnsigned(value, negative ? 0x80000000L : 0xFFFFFFFFL) > 0) {
            throw outOfRange(text, type);
        }
        return (int) (negative ? -value : value);
    }

    private static SqlException outOfRange(String text, String type) {
        return new SqlException(
                SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value \"" + text + "\" is out of range for type " + type);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /// Decimal digits from the bytes of a shard's output, which is well-formed.
    static long parseTrusted(byte[] bytes, int offset, int length) {
        int i = offset;
        int end = offset + length;
        boolean negative = bytes[i] == '-';
        if (negative) {
            i++;
        }
        long value = 0;
        for (; i < end; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        return negative ? -value : value;
    }
}
