package org.pgherd.semantics.value;

import java.math.BigInteger;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Text of numerics: numeric_in and numeric_out.
final class NumericText {
    private NumericText() {}

    static String format(long unscaled, int scale) {
        if (scale == 0) {
            return Long.toString(unscaled);
        }
        String digits = Long.toString(Math.abs(unscaled));
        StringBuilder out = new StringBuilder(Math.max(digits.length(), scale) + 3);
        if (unscaled < 0) {
            out.append('-');
        }
        int whole = digits.length() - scale;
        if (whole > 0) {
            out.append(digits, 0, whole).append('.').append(digits, whole, digits.length());
        } else {
            out.append("0.").repeat('0', -whole).append(digits);
        }
        return out.toString();
    }

    static Numeric parse(String text) {
        int end = text.length();
        int i = 0;
        while (i < end && isSpace(text.charAt(i))) {
            i++;
        }
        while (end > i && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (i == end) {
            throw invalid(text);
        }
        int start = i;
        boolean negative = text.charAt(i) == '-';
        if (negative || text.charAt(i) == '+') {
            i++;
        }
        if (i == end) {
            throw invalid(text);
        }
        char c = text.charAt(i);
        if (c >= '0' && c <= '9' || c == '.') {
            if (c == '0' && i + 1 < end) {
                int radix = radix(text.charAt(i + 1));
                if (radix != 10) {
                    return parseRadix(text, i + 2, end, radix, negative);
                }
            }
            return parseDecimal(text, i, end, negative);
        }
        return parseSpecial(text, text.substring(i, end), i > start, negative);
    }

    private static Numeric parseSpecial(String text, String word, boolean signed, boolean negative) {
        if (word.equalsIgnoreCase("nan") && !signed) {
            return Numeric.NAN;
        }
        if (word.equalsIgnoreCase("infinity") || word.equalsIgnoreCase("inf")) {
            return negative ? Numeric.MINUS_INFINITY : Numeric.INFINITY;
        }
        throw invalid(text);
    }

    private static int radix(char c) {
        return switch (c) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
        };
    }

    private static Numeric parseRadix(String text, int from, int end, int radix, boolean negative) {
        StringBuilder digits = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '_') {
                // separates digits; one may stand right after the prefix
                if (i + 1 >= end || asciiDigit(text.charAt(i + 1), radix) < 0) {
                    throw invalid(text);
                }
            } else if (asciiDigit(c, radix) >= 0) {
                digits.append(c);
            } else {
                throw invalid(text);
            }
        }
        if (digits.isEmpty()) {
            throw invalid(text);
        }
        BigInteger value = new BigInteger(digits.toString(), radix);
        return Numeric.of(negative ? value.negate() : value, 0);
    }

    private static int asciiDigit(char c, int radix) {
        return c < 128 ? Character.digit(c, radix) : -1;
    }

    private static Numeric parseDecimal(String text, int from, int end, boolean negative) {
        long compact = 0;
        int significant = 0;
        StringBuilder digits = null;
        int scale = 0;
        boolean point = false;
        boolean any = false;
        int i = from;
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                any = true;
                if (digits != null) {
                    digits.append(c);
                } else if (significant < 18) {
                    compact = compact * 10 + (c - '0');
                    if (compact != 0) {
                        significant++;
                    }
                } else {
                    digits = new StringBuilder(end - from).append(compact).append(c);
                }
                if (point) {
                    scale++;
                }
            } else if (c == '.' && !point) {
                point = true;
                if (i + 1 < end && text.charAt(i + 1) == '_') {
                    throw invalid(text);
                }
            } else if (c == '_') {
                boolean after = i > from && isDigit(text.charAt(i - 1));
                if (!after || i + 1 >= end || !isDigit(text.charAt(i + 1))) {
                    throw invalid(text);
                }
            } else {
                break;
            }
        }
        if (!any) {
            throw invalid(text);
        }
        int exponent = 0;
        if (i < end && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            exponent = parseExponent(text, i + 1, end);
            i = end;
        }
        if (i != end) {
            throw invalid(text);
        }
        scale -= exponent;
        if (digits == null && scale >= 0 && scale <= Numeric.MAX_SCALE) {
            return Numeric.of(negative ? -compact : compact, scale);
        }
        BigInteger value = digits == null ? BigInteger.valueOf(compact) : new BigInteger(digits.toString());
        if (value.signum() == 0) {
            if (scale > Numeric.MAX_SCALE) {
                throw Numeric.overflow();
            }
            return Numeric.of(0, Math.max(scale, 0));
        }
        if (negative) {
            value = value.negate();
        }
        if (scale < 0) {
            if (-scale > Numeric.MAX_INTEGER_DIGITS) {
                throw Numeric.overflow();
            }
            return Numeric.of(value.multiply(PowersOfTen.big(-scale)), 0);
        }
        return Numeric.of(value, scale);
    }

    private static int parseExponent(String text, int from, int end) {
        int i = from;
        boolean negative = i < end && text.charAt(i) == '-';
        if (negative || i < end && text.charAt(i) == '+') {
            i++;
        }
        if (i >= end || !isDigit(text.charAt(i))) {
            throw invalid(text);
        }
        long value = 0;
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                value = value * 10 + (c - '0');
                if (value > Integer.MAX_VALUE / 2) {
                    throw Numeric.overflow();
                }
            } else if (c != '_' || i + 1 >= end || !isDigit(text.charAt(i + 1))) {
                throw invalid(text);
            }
        }
        return (int) (negative ? -value : value);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static SqlException invalid(String text) {
        return new SqlException(
                SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type numeric: \"" + text + "\"");
    }
}
