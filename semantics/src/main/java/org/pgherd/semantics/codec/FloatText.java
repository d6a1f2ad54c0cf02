package org.pgherd.semantics.codec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Text of float4 and float8 (float.c, and the layout of common/d2s.c and f2s.c).
public final class FloatText {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private FloatText() {}

    public static double parseFloat8(String text) {
        String number = number(text, "double precision");
        Double special = special(number);
        if (special != null) {
            return special;
        }
        double value = Double.parseDouble(forJava(number));
        if (isOutOfRange(value, number)) {
            throw outOfRange(number, "double precision");
        }
        return value;
    }

    private static boolean isOutOfRange(double value, String number) {
        return Double.isInfinite(value) || value == 0 && hasNonZeroDigit(number);
    }

    public static float parseFloat4(String text) {
        String number = number(text, "real");
        Double special = special(number);
        if (special != null) {
            return special.floatValue();
        }
        float value = Float.parseFloat(forJava(number));
        if (isOutOfRange(value, number)) {
            throw outOfRange(number, "real");
        }
        return value;
    }

    private static SqlException outOfRange(String number, String type) {
        return new SqlException(
                SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "\"" + number + "\" is out of range for type " + type);
    }

    /// Without blanks around; what strtod would not read to the end is a syntax error.
    private static String number(String text, String type) {
        int start = 0;
        int end = text.length();
        while (start < end && IntegerText.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && IntegerText.isSpace(text.charAt(end - 1))) {
            end--;
        }
        String number = text.substring(start, end);
        if (special(number) == null && !isDecimal(number) && !isHex(number)) {
            throw unreadable(number, text, type);
        }
        return number;
    }

    /// What strtod reads may be out of range before the junk behind it is seen.
    private static SqlException unreadable(String number, String text, String type) {
        Matcher read = DECIMAL.matcher(number);
        if (read.lookingAt()) {
            String prefix = read.group();
            double value = type.equals("real") ? Float.parseFloat(prefix) : Double.parseDouble(prefix);
            if (isOutOfRange(value, prefix)) {
                return outOfRange(prefix, type);
            }
        }
        return TypeCodec.invalidSyntax(type, text);
    }

    private static @org.jspecify.annotations.Nullable Double special(String number) {
        int first = !number.isEmpty() && (number.charAt(0) == '-' || number.charAt(0) == '+') ? 1 : 0;
        if (first == number.length() || number.charAt(first) <= '9') {
            return null;
        }
        String word = number.substring(first);
        if (word.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        if (word.equalsIgnoreCase("infinity") || word.equalsIgnoreCase("inf")) {
            return number.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return null;
    }

    private static boolean isDecimal(String s) {
        int i = 0;
        int end = s.length();
        if (i < end && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
            i++;
        }
        int digits = 0;
        while (i < end && isDigit(s.charAt(i))) {
            i++;
            digits++;
        }
        if (i < end && s.charAt(i) == '.') {
            i++;
            while (i < end && isDigit(s.charAt(i))) {
                i++;
                digits++;
            }
        }
        if (digits == 0) {
            return false;
        }
        if (i < end && (s.charAt(i) | 0x20) == 'e') {
            i++;
            if (i < end && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
                i++;
            }
            int exponent = i;
            while (i < end && isDigit(s.charAt(i))) {
                i++;
            }
            if (i == exponent) {
                return false;
            }
        }
        return i == end;
    }

    /// C's hexadecimal floats, the exponent optional.
    private static boolean isHex(String s) {
        int i = 0;
        int end = s.length();
        if (i < end && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
            i++;
        }
        if (i + 1 >= end || s.charAt(i) != '0' || (s.charAt(i + 1) | 0x20) != 'x') {
            return false;
        }
        i += 2;
        int digits = 0;
        boolean point = false;
        for (; i < end; i++) {
            char c = s.charAt(i);
            if (c == '.' && !point) {
                point = true;
            } else if (c < 128 && Character.digit(c, 16) >= 0) {
                digits++;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return false;
        }
        if (i < end && (s.charAt(i) | 0x20) == 'p') {
            i++;
            if (i < end && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
                i++;
            }
            int exponent = i;
            while (i < end && isDigit(s.charAt(i))) {
                i++;
            }
            return i > exponent && i == end;
        }
        return i == end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String forJava(String number) {
        return isHex(number) && number.indexOf('p') < 0 && number.indexOf('P') < 0 ? number + "p0" : number;
    }

    private static boolean hasNonZeroDigit(String number) {
        boolean hex = isHex(number);
        for (int i = hex ? number.toLowerCase(java.util.Locale.ROOT).indexOf('x') + 1 : 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (hex ? (c | 0x20) == 'p' : (c | 0x20) == 'e') {
                return false;
            }
            if (c != '0' && c < 128 && Character.digit(c, 16) > 0) {
                return true;
            }
        }
        return false;
    }

    /// Output of float8 under extra_float_digits: above 0 the shortest text that reads back, else %g.
    public static String format(double value, int extraFloatDigits) {
        String special = formatSpecial(value);
        if (special != null) {
            return special;
        }
        return extraFloatDigits > 0
                ? layout(shortest(value), value < 0, 15)
                : general(new BigDecimal(value), Math.max(15 + extraFloatDigits, 1));
    }

    /// Output of float4.
    public static String format(float value, int extraFloatDigits) {
        String special = formatSpecial(value);
        if (special != null) {
            return special;
        }
        return extraFloatDigits > 0
                ? layout(shortest(value), value < 0, 6)
                : general(new BigDecimal((double) value), Math.max(6 + extraFloatDigits, 1));
    }

    private static @org.jspecify.annotations.Nullable String formatSpecial(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        return null;
    }

    /// Digits and exponent: 0.d1d2d3... * 10^exponent has `exponent` digits before the point.
    private record Decimal(String digits, int exponent) {}

    private static Decimal shortest(double value) {
        Decimal java = parts(Double.toString(Math.abs(value)));
        // Java gives two digits where one would do (4.9E-324)
        if (java.digits.length() == 2) {
            BigDecimal one = new BigDecimal(Math.abs(value)).round(new MathContext(1, RoundingMode.HALF_EVEN));
            if (one.doubleValue() == Math.abs(value)) {
                return parts(one);
            }
        }
        // PostgreSQL does not take a text that lies exactly between two floats; such are integers of many digits
        if (Math.abs(value) >= 0x1p53) {
            BigDecimal exact = new BigDecimal(Math.abs(value));
            BigDecimal half = new BigDecimal(Math.ulp(value)).divide(BigDecimal.TWO);
            return strictlyWithin(java, exact, half, 17);
        }
        return java;
    }

    private static Decimal shortest(float value) {
        Decimal java = parts(Float.toString(Math.abs(value)));
        if (java.digits.length() == 2) {
            BigDecimal one = new BigDecimal((double) Math.abs(value)).round(new MathContext(1, RoundingMode.HALF_EVEN));
            if (one.floatValue() == Math.abs(value)) {
                return parts(one);
            }
        }
        if (Math.abs(value) >= 0x1p24f) {
            BigDecimal exact = new BigDecimal((double) Math.abs(value));
            BigDecimal half = new BigDecimal((double) Math.ulp(value)).divide(BigDecimal.TWO);
            return strictlyWithin(java, exact, half, 9);
        }
        return java;
    }

    private static Decimal strictlyWithin(Decimal found, BigDecimal exact, BigDecimal half, int maxDigits) {
        BigDecimal text = new BigDecimal("0." + found.digits).scaleByPowerOfTen(found.exponent);
        if (text.subtract(exact).abs().compareTo(half) < 0) {
            return found;
        }
        for (int digits = found.digits.length(); digits <= maxDigits; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.subtract(exact).abs().compareTo(half) < 0) {
                return parts(rounded);
            }
        }
        return found;
    }

    private static Decimal parts(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return new Decimal(stripped.unscaledValue().toString(), stripped.precision() - stripped.scale());
    }

    /// From Java's text of a positive number.
    private static Decimal parts(String text) {
        int e = text.indexOf('E');
        int exponent = e < 0 ? 0 : Integer.parseInt(text, e + 1, text.length(), 10);
        int mantissaEnd = e < 0 ? text.length() : e;
        int point = text.indexOf('.');
        StringBuilder digits = new StringBuilder(20).append(text, 0, point).append(text, point + 1, mantissaEnd);
        exponent += point;
        int leading = 0;
        while (leading < digits.length() - 1 && digits.charAt(leading) == '0') {
            leading++;
        }
        digits.delete(0, leading);
        exponent -= leading;
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        digits.setLength(end);
        return new Decimal(digits.toString(), exponent);
    }

    /// %.{precision}g
    private static String general(BigDecimal value, int precision) {
        BigDecimal rounded = value.abs().round(new MathContext(precision, RoundingMode.HALF_EVEN));
        return layout(parts(rounded), value.signum() < 0, precision);
    }

    /// Scientific below 1e-4 and from 10^limit on.
    private static String layout(Decimal d, boolean negative, int limit) {
        StringBuilder out = new StringBuilder(26);
        if (negative) {
            out.append('-');
        }
        String digits = d.digits;
        int exponent = d.exponent - 1;
        if (exponent < -4 || exponent >= limit) {
            out.append(digits.charAt(0));
            if (digits.length() > 1) {
                out.append('.').append(digits, 1, digits.length());
            }
            out.append('e').append(exponent < 0 ? '-' : '+');
            int magnitude = Math.abs(exponent);
            if (magnitude < 10) {
                out.append('0');
            }
            return out.append(magnitude).toString();
        }
        if (d.exponent <= 0) {
            return out.append("0.").repeat('0', -d.exponent).append(digits).toString();
        }
        if (digits.length() <= d.exponent) {
            return out.append(digits).repeat('0', d.exponent - digits.length()).toString();
        }
        return out.append(digits, 0, d.exponent)
                .append('.')
                .append(digits, d.exponent, digits.length())
                .toString();
    }
}
