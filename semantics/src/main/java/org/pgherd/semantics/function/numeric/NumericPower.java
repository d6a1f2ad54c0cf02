package org.pgherd.semantics.function.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Numeric;

/// Powers of numeric (numeric.c:numeric_power, power_var, power_var_int).
public final class NumericPower {
    private static final double OVERFLOW_WEIGHT = 131072;

    private NumericPower() {}

    @PgFunction(oid = {1738, 1739, 2169})
    public static Numeric numeric_power(Numeric x, Numeric y) {
        if (x.isNaN()) {
            return y.isZero() ? Numeric.ONE : Numeric.NAN;
        }
        if (y.isNaN()) {
            return x.equals(Numeric.ONE) ? Numeric.ONE : Numeric.NAN;
        }
        if (x.isZero() && y.signum() < 0) {
            throw new SqlException(
                    SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION, "zero raised to a negative power is undefined");
        }
        if (x.signum() < 0 && y.isFinite() && !isIntegral(y.toBigDecimal())) {
            throw new SqlException(
                    SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION,
                    "a negative number raised to a non-integer power yields a complex result");
        }
        return x.isFinite() && y.isFinite() ? finite(x, y) : infinite(x, y);
    }

    private static boolean isIntegral(BigDecimal d) {
        return d.signum() == 0 || d.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isOdd(BigDecimal d) {
        return isIntegral(d) && d.toBigInteger().testBit(0);
    }

    private static Numeric infinite(Numeric x, Numeric y) {
        if (x.equals(Numeric.ONE) || y.isZero()) {
            return Numeric.ONE;
        }
        if (x.isZero()) {
            return Numeric.ZERO;
        }
        if (y.isInfinite()) {
            int magnitude = x.isInfinite() ? 1 : x.abs().compareTo(Numeric.ONE);
            if (magnitude == 0) {
                return Numeric.ONE;
            }
            return magnitude > 0 == y.signum() > 0 ? Numeric.INFINITY : Numeric.ZERO;
        }
        if (y.signum() < 0) {
            return Numeric.ZERO;
        }
        return x.signum() < 0 && isOdd(y.toBigDecimal()) ? Numeric.MINUS_INFINITY : Numeric.INFINITY;
    }

    private static Numeric finite(Numeric x, Numeric y) {
        BigDecimal base = x.toBigDecimal();
        BigDecimal exponent = y.toBigDecimal();
        if (isIntegral(exponent) && exponent.precision() - exponent.scale() <= 19) {
            long n = exponent.toBigInteger().bitLength() < 64 ? exponent.longValue() : Long.MAX_VALUE;
            if (n == (int) n) {
                return integral(base, (int) n, y.scale());
            }
        }
        if (x.isZero()) {
            return Numeric.of(0, NumericScales.MIN_SIGNIFICANT_DIGITS);
        }
        boolean negative = x.signum() < 0 && isOdd(exponent);
        BigDecimal magnitude = base.abs();
        int lnWeight = NumericScales.lnDecimalWeight(magnitude);
        double estimate =
                lnTimes(magnitude, exponent, Math.max(0, 8 - lnWeight)).doubleValue();
        if (Math.abs(estimate) > NumericTranscendentals.MAX_RESULT_SCALE * 3.01) {
            if (estimate > 0) {
                throw NumericTranscendentals.overflow();
            }
            return Numeric.of(0, Numeric.MAX_DISPLAY_SCALE);
        }
        int weight = (int) (estimate * NumericTranscendentals.LOG10_E);
        int scale = NumericScales.clamp(NumericScales.MIN_SIGNIFICANT_DIGITS - weight, Math.max(x.scale(), y.scale()));
        int significant = Math.max(0, scale + weight);
        BigDecimal power = lnTimes(magnitude, exponent, Math.max(0, significant - lnWeight + 8));
        Numeric result = NumericTranscendentals.exp(power, scale);
        return negative ? result.negate() : result;
    }

    private static BigDecimal lnTimes(BigDecimal base, BigDecimal exponent, int scale) {
        return DecimalSeries.ln(base, scale).multiply(exponent).setScale(scale, RoundingMode.HALF_UP);
    }

    private static Numeric integral(BigDecimal base, int exponent, int exponentScale) {
        double weight = 0;
        if (base.signum() != 0) {
            int count = Math.min(NumericScales.digitCount(base), 4);
            int decimals = (NumericScales.weight(base) - (count - 1)) * 4;
            weight = exponent * (Math.log10(NumericScales.leadingDigits(base, count)) + decimals);
        }
        if (weight > OVERFLOW_WEIGHT) {
            throw NumericTranscendentals.overflow();
        }
        if (weight + 1 < -Numeric.MAX_DISPLAY_SCALE) {
            return Numeric.of(0, Numeric.MAX_DISPLAY_SCALE);
        }
        int scale = NumericScales.clamp(
                NumericScales.MIN_SIGNIFICANT_DIGITS - (int) weight, Math.max(base.scale(), exponentScale));
        if (exponent == 0) {
            return Numeric.of(BigDecimal.ONE, scale);
        }
        if (base.signum() == 0) {
            return Numeric.of(0, scale);
        }
        int significant = 1 + scale + (int) weight + (int) Math.log(Math.abs((double) exponent)) + 8;
        MathContext mc = new MathContext(Math.max(significant, 1) + 20, RoundingMode.HALF_EVEN);
        BigDecimal power = power(base, Math.abs((long) exponent), mc);
        return Numeric.of(
                exponent < 0
                        ? BigDecimal.ONE.divide(power, scale, RoundingMode.HALF_UP)
                        : power.setScale(scale, RoundingMode.HALF_UP));
    }

    private static BigDecimal power(BigDecimal base, long exponent, MathContext mc) {
        BigDecimal result = BigDecimal.ONE;
        BigDecimal square = base;
        for (long n = exponent; ; n >>= 1) {
            if ((n & 1) != 0) {
                result = result.multiply(square, mc);
            }
            if (n <= 1) {
                return result;
            }
            square = square.multiply(square, mc);
        }
    }
}
