package org.pgherd.semantics.function.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.floating.FloatConversions;
import org.pgherd.semantics.function.integer.IntegerArithmetic;
import org.pgherd.semantics.function.numeric.NumericPower;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// to_char() of numbers (formatting.c).
public final class NumberFormatting {
    /// DBL_DIG and FLT_DIG.
    private static final int DOUBLE_DIGITS = 15;

    private static final int FLOAT_DIGITS = 6;
    private static final int MAX_ROMAN = 3999;
    private static final int ROMAN_WIDTH = 15;
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_LETTERS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
    };

    private NumberFormatting() {}

    private static String roman(long value) {
        if (value < 1 || value > MAX_ROMAN) {
            return "#".repeat(ROMAN_WIDTH);
        }
        StringBuilder out = new StringBuilder();
        int rest = (int) value;
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            while (rest >= ROMAN_VALUES[i]) {
                out.append(ROMAN_LETTERS[i]);
                rest -= ROMAN_VALUES[i];
            }
        }
        return out.toString();
    }

    /// C's `%+.*e`, the plus as a blank.
    private static String scientific(BigDecimal value, int digits, boolean negative) {
        BigDecimal rounded = value.abs();
        int exponent = 0;
        if (rounded.signum() != 0) {
            rounded = rounded.round(new java.math.MathContext(digits + 1, RoundingMode.HALF_EVEN));
            exponent = rounded.precision() - rounded.scale() - 1;
        }
        String mantissa = rounded.movePointLeft(exponent)
                .setScale(digits, RoundingMode.UNNECESSARY)
                .toPlainString();
        return (negative ? "-" : " ") + mantissa + exponent(exponent);
    }

    private static String exponent(int e) {
        int magnitude = Math.abs(e);
        return "e" + (e < 0 ? "-" : "+") + (magnitude < 10 ? "0" : "") + magnitude;
    }

    /// numeric.c:numeric_out_sci rounds half away from zero, and leaves a mantissa that becomes 10 as it is.
    private static String scientific(Numeric value, int digits) {
        BigDecimal d = value.toBigDecimal();
        BigDecimal magnitude = d.abs();
        int exponent = magnitude.signum() == 0 ? 0 : magnitude.precision() - magnitude.scale() - 1;
        BigDecimal mantissa = magnitude.movePointLeft(exponent).setScale(digits, RoundingMode.HALF_UP);
        return (d.signum() < 0 ? "-" : " ") + mantissa.toPlainString() + exponent(exponent);
    }

    private static String overflowedScientific(NumberPicture p) {
        StringBuilder out = new StringBuilder("#".repeat(p.before + p.behind + 6));
        out.setCharAt(0, ' ');
        out.setCharAt(p.before + 1, '.');
        return out.toString();
    }

    /// A plain number with its sign, after the picture.
    private static Text plain(NumberPicture p, String signed, int before, int behind) {
        char sign = signed.startsWith("-") ? '-' : '+';
        String number = sign == '-' ? signed.substring(1) : signed;
        int point = number.indexOf('.');
        int length = point < 0 ? number.length() : point;
        int blanks = 0;
        if (length < before) {
            blanks = before - length;
        } else if (length > before) {
            StringBuilder out = new StringBuilder("#".repeat(before + behind + 1));
            out.setCharAt(before, '.');
            number = out.toString();
        }
        p.before = before;
        p.behind = behind;
        return Text.of(new NumberWriter(p, number, sign, blanks).write());
    }

    private static Text special(NumberPicture p, String number) {
        return Text.of(new NumberWriter(p, number, '+', 0).write());
    }

    @PgFunction(oid = 1773)
    public static Text int4_to_char(int value, Text format) {
        if (format.isEmpty()) {
            return Text.EMPTY;
        }
        NumberPicture p = new NumberPicture(format.toString());
        if (p.roman) {
            return special(p, roman(value));
        }
        if (p.exponent) {
            return special(p, scientific(BigDecimal.valueOf(value), p.behind, value < 0));
        }
        int scaled = p.shifted ? value * (int) Math.pow(10, p.shift) : value;
        return integer(p, Integer.toString(scaled));
    }

    @PgFunction(oid = 1774)
    public static Text int8_to_char(long value, Text format) {
        if (format.isEmpty()) {
            return Text.EMPTY;
        }
        NumberPicture p = new NumberPicture(format.toString());
        if (p.roman) {
            return special(p, roman(value));
        }
        if (p.exponent) {
            return special(p, scientific(Numeric.of(value), p.behind));
        }
        long scaled =
                p.shifted ? IntegerArithmetic.int8mul(value, FloatConversions.dtoi8(Math.pow(10, p.shift))) : value;
        return integer(p, Long.toString(scaled));
    }

    private static Text integer(NumberPicture p, String digits) {
        String number = p.behind > 0 ? digits + "." + "0".repeat(p.behind) : digits;
        return plain(p, number, p.before + p.shift, p.behind);
    }

    @PgFunction(oid = 1772)
    public static Text numeric_to_char(Numeric value, Text format) {
        if (format.isEmpty()) {
            return Text.EMPTY;
        }
        NumberPicture p = new NumberPicture(format.toString());
        if (p.roman) {
            Numeric whole = value.round(0);
            return special(p, roman(whole.isCompact() ? whole.compactValue() : 0));
        }
        if (p.exponent) {
            return special(p, value.isFinite() ? scientific(value, p.behind) : overflowedScientific(p));
        }
        Numeric scaled = value;
        if (p.shifted) {
            scaled = value.multiply(NumericPower.numeric_power(Numeric.of(10), Numeric.of(p.shift)));
        }
        return plain(p, scaled.round(p.behind).toString(), p.before + p.shift, p.behind);
    }

    @PgFunction(oid = 1776)
    public static Text float8_to_char(double value, Text format) {
        return floating(value, DOUBLE_DIGITS, format, false);
    }

    @PgFunction(oid = 1775)
    public static Text float4_to_char(float value, Text format) {
        return floating(value, FLOAT_DIGITS, format, true);
    }

    private static Text floating(double value, int maxDigits, Text format, boolean single) {
        if (format.isEmpty()) {
            return Text.EMPTY;
        }
        NumberPicture p = new NumberPicture(format.toString());
        boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
        if (p.roman) {
            double whole = Math.rint(value);
            return special(p, roman(finite && Math.abs(whole) <= MAX_ROMAN ? (long) whole : 0));
        }
        if (p.exponent) {
            return special(
                    p,
                    finite
                            ? scientific(new BigDecimal(value), p.behind, value < 0 || 1 / value < 0)
                            : overflowedScientific(p));
        }
        double scaled = value;
        if (p.shifted) {
            double factor = Math.pow(10, p.shift);
            scaled = single ? (float) value * (float) factor : value * factor;
        }
        int length = fixed(Math.abs(scaled), 0).length();
        int behind = length >= maxDigits ? 0 : Math.min(p.behind, maxDigits - length);
        return plain(p, fixed(scaled, behind), p.before + p.shift, behind);
    }

    /// C's `%.*f`.
    private static String fixed(double value, int digits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value < 0 ? "-Infinity" : "Infinity";
        }
        String text = new BigDecimal(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .abs()
                .toPlainString();
        return value < 0 || value == 0 && 1 / value < 0 ? "-" + text : text;
    }
}
