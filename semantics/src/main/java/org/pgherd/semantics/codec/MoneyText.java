package org.pgherd.semantics.codec;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Text of money (cash.c) where lc_monetary says dollars, commas by thousands and two digits after the point.
public final class MoneyText {
    private MoneyText() {}

    public static long parse(String text) {
        int i = 0;
        int end = text.length();
        while (i < end && IntegerText.isSpace(text.charAt(i))) {
            i++;
        }
        if (i < end && text.charAt(i) == '$') {
            i++;
        }
        while (i < end && IntegerText.isSpace(text.charAt(i))) {
            i++;
        }
        boolean negative = false;
        boolean parenthesis = false;
        if (i < end && text.charAt(i) == '-') {
            negative = true;
            i++;
        } else if (i < end && text.charAt(i) == '(') {
            negative = true;
            parenthesis = true;
            i++;
        } else if (i < end && text.charAt(i) == '+') {
            i++;
        }
        while (i < end && IntegerText.isSpace(text.charAt(i))) {
            i++;
        }
        if (i < end && text.charAt(i) == '$') {
            i++;
        }
        while (i < end && IntegerText.isSpace(text.charAt(i))) {
            i++;
        }
        long value = 0; // negative, whose range is the larger one
        int decimals = 0;
        boolean point = false;
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && (!point || decimals < 2)) {
                value = add(value, c - '0', text);
                if (point) {
                    decimals++;
                }
            } else if (c == '.' && !point) {
                point = true;
            } else if (c != ',') {
                break;
            }
        }
        boolean roundUp = i < end && text.charAt(i) >= '5' && text.charAt(i) <= '9';
        for (; decimals < 2; decimals++) {
            value = add(value, 0, text);
        }
        if (roundUp) {
            if (value == Long.MIN_VALUE) {
                throw outOfRange(text);
            }
            value--;
        }
        while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        while (i < end) {
            char c = text.charAt(i++);
            if (c == '-') {
                negative = true;
            } else if (c == ')' && parenthesis) {
                parenthesis = false;
            } else if (!IntegerText.isSpace(c) && c != '$' && c != '+') {
                throw TypeCodec.invalidSyntax("money", text);
            }
        }
        if (!negative && value == Long.MIN_VALUE) {
            throw outOfRange(text);
        }
        return negative ? value : -value;
    }

    private static long add(long value, int digit, String text) {
        long high = Math.multiplyHigh(value, 10);
        long low = value * 10;
        if (high != low >> 63 || low < Long.MIN_VALUE + digit) {
            throw outOfRange(text);
        }
        return low - digit;
    }

    private static SqlException outOfRange(String text) {
        return new SqlException(
                SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value \"" + text + "\" is out of range for type money");
    }

    public static String format(long value) {
        String digits = Long.toUnsignedString(Math.abs(value));
        StringBuilder out = new StringBuilder(digits.length() + 12);
        if (digits.length() < 3) {
            digits = "0".repeat(3 - digits.length()) + digits;
        }
        int whole = digits.length() - 2;
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                out.append(',');
            }
            out.append(digits.charAt(i));
        }
        out.append('.').append(digits, whole, digits.length());
        return (value < 0 ? "-$" : "$") + out;
    }
}
