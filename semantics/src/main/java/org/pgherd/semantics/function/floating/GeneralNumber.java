package org.pgherd.semantics.function.floating;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// C's `%g`: six significant digits, trailing zeros off, exponent form outside of 1e-4 .. 1e6.
public final class GeneralNumber {
    private static final int DIGITS = 6;

    private GeneralNumber() {}

    /// Padded with zeros to the width (`%0<width>g`).
    public static String format(double value, int width) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value < 0 ? "-Infinity" : "Infinity";
        }
        String sign = value < 0 || 1 / value < 0 ? "-" : "";
        String digits = digits(Math.abs(value));
        return sign + "0".repeat(Math.max(0, width - digits.length() - sign.length())) + digits;
    }

    private static String digits(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < DIGITS) {
            return rounded.toPlainString();
        }
        String unscaled = rounded.unscaledValue().toString();
        String mantissa = unscaled.length() == 1 ? unscaled : unscaled.charAt(0) + "." + unscaled.substring(1);
        int e = Math.abs(exponent);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (e < 10 ? "0" : "") + e;
    }
}
