package org.pgherd.semantics.codec;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Text of xid8 (xid.c) and pg_lsn (pg_lsn.c).
final class Unsigned64Text {
    private Unsigned64Text() {}

    static long parse(String text, String type) {
        // strtoull with base 0, which takes a sign too
        String digits = text.strip();
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        int radix = 10;
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            radix = 16;
            digits = digits.substring(2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            radix = 8;
        }
        if (digits.isEmpty()) {
            throw TypeCodec.invalidSyntax(type, text);
        }
        int read = 0;
        while (read < digits.length()
                && digits.charAt(read) < 128
                && Character.digit(digits.charAt(read), radix) >= 0) {
            read++;
        }
        if (read == 0) {
            throw TypeCodec.invalidSyntax(type, text);
        }
        try {
            long value = Long.parseUnsignedLong(digits.substring(0, read), radix);
            // what is out of range is told before junk behind it
            if (read < digits.length()) {
                throw TypeCodec.invalidSyntax(type, text);
            }
            return negative ? -value : value;
        } catch (NumberFormatException e) {
            throw new SqlException(
                    SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value \"" + text + "\" is out of range for type " + type);
        }
    }

    static long parseLsn(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash > 8 || text.length() - slash - 1 < 1 || text.length() - slash - 1 > 8) {
            throw TypeCodec.invalidSyntax("pg_lsn", text);
        }
        try {
            long high = Long.parseLong(text, 0, slash, 16);
            long low = Long.parseLong(text, slash + 1, text.length(), 16);
            if (high < 0 || low < 0 || text.charAt(0) == '+' || text.charAt(slash + 1) == '+') {
                throw TypeCodec.invalidSyntax("pg_lsn", text);
            }
            return high << 32 | low;
        } catch (NumberFormatException e) {
            throw TypeCodec.invalidSyntax("pg_lsn", text);
        }
    }

    static String formatLsn(long lsn) {
        return (Integer.toHexString((int) (lsn >>> 32)) + "/" + Integer.toHexString((int) lsn))
                .toUpperCase(java.util.Locale.ROOT);
    }
}
