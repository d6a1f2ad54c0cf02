package org.pgherd.semantics.function.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Numeric;

/// Square root, exponential and logarithms of numeric. The scales are those of numeric.c.
public final class NumericTranscendentals {
    /// NUMERIC_MAX_RESULT_SCALE.
    static final int MAX_RESULT_SCALE = Numeric.MAX_DISPLAY_SCALE * 2;

    static final double LOG10_E = 0.434294481903252;
    private static final Numeric TEN = Numeric.of(10);

    private NumericTranscendentals() {}

    @PgFunction(oid = {1730, 1731})
    public static Numeric numeric_sqrt(Numeric a) {
        if (a.isNaN() || a.isInfinite() && a.signum() > 0) {
            return a;
        }
        if (a.signum() < 0) {
            throw new SqlException(
                    SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION, "cannot take square root of a negative number");
        }
        BigDecimal d = a.toBigDecimal();
        int integerDigits = NumericScales.weight(d) * 4 / 2 + 1;
        int scale = NumericScales.clamp(NumericScales.MIN_SIGNIFICANT_DIGITS - integerDigits, a.scale());
        return sqrt(a, scale);
    }

    /// Of a number that is not negative, rounded half up at the scale.
    public static Numeric sqrt(Numeric a, int scale) {
        // one digit more is enough: a root that is not exact never ends in a half
        BigInteger scaled = a.toBigDecimal().movePointRight(2 * (scale + 1)).toBigInteger();
        return Numeric.of(new BigDecimal(scaled.sqrt(), scale + 1), scale);
    }

    @PgFunction(oid = {1732, 1733})
    public static Numeric numeric_exp(Numeric a) {
        if (!a.isFinite()) {
            return a.isNaN() || a.signum() > 0 ? a : Numeric.ZERO;
        }
        BigDecimal d = a.toBigDecimal();
        double decimalWeight = Math.clamp(d.doubleValue() * LOG10_E, -MAX_RESULT_SCALE, MAX_RESULT_SCALE);
        int scale = NumericScales.clamp(NumericScales.MIN_SIGNIFICANT_DIGITS - (int) decimalWeight, a.scale());
        return exp(d, scale);
    }

    /// numeric.c:exp_var.
    static Numeric exp(BigDecimal d, int scale) {
        double value = d.doubleValue();
        if (Math.abs(value) >= MAX_RESULT_SCALE * 3) {
            if (value > 0) {
                throw overflow();
            }
            return Numeric.of(0, scale);
        }
        return Numeric.of(DecimalSeries.exp(d, (int) Math.floor(value * LOG10_E), scale));
    }

    static SqlException overflow() {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format");
    }

    @PgFunction(oid = {1734, 1735})
    public static Numeric numeric_ln(Numeric a) {
        if (a.isNaN()) {
            return a;
        }
        checkLogarithm(a);
        if (a.isInfinite()) {
            return a;
        }
        BigDecimal d = a.toBigDecimal();
        int scale =
                NumericScales.clamp(NumericScales.MIN_SIGNIFICANT_DIGITS - NumericScales.lnDecimalWeight(d), a.scale());
        return Numeric.of(DecimalSeries.ln(d, scale));
    }

    private static void checkLogarithm(Numeric a) {
        if (a.signum() < 0) {
            throw new SqlException(SqlState.INVALID_ARGUMENT_FOR_LOG, "cannot take logarithm of a negative number");
        }
        if (a.isZero()) {
            throw new SqlException(SqlState.INVALID_ARGUMENT_FOR_LOG, "cannot take logarithm of zero");
        }
    }

    @PgFunction(oid = {1736, 1737})
    public static Numeric numeric_log(Numeric base, Numeric a) {
        if (base.isNaN() || a.isNaN()) {
            return Numeric.NAN;
        }
        if ((base.isInfinite() || a.isInfinite()) && (base.signum() < 0 || a.signum() < 0)) {
            throw new SqlException(SqlState.INVALID_ARGUMENT_FOR_LOG, "cannot take logarithm of a negative number");
        }
        checkLogarithm(base);
        checkLogarithm(a);
        if (base.isInfinite()) {
            return a.isInfinite() ? Numeric.NAN : Numeric.ZERO;
        }
        if (a.isInfinite()) {
            return a;
        }
        BigDecimal b = base.toBigDecimal();
        BigDecimal d = a.toBigDecimal();
        int baseWeight = NumericScales.lnDecimalWeight(b);
        int weight = NumericScales.lnDecimalWeight(d);
        int resultWeight = weight - baseWeight;
        int scale = NumericScales.clamp(
                NumericScales.MIN_SIGNIFICANT_DIGITS - resultWeight, Math.max(base.scale(), a.scale()));
        BigDecimal lnBase = DecimalSeries.ln(b, Math.max(0, scale + resultWeight - baseWeight + 8));
        BigDecimal ln = DecimalSeries.ln(d, Math.max(0, scale + resultWeight - weight + 8));
        if (lnBase.signum() == 0) {
            throw new SqlException(SqlState.DIVISION_BY_ZERO, "division by zero");
        }
        return Numeric.of(ln.divide(lnBase, scale, RoundingMode.HALF_UP));
    }

    @PgFunction(oid = 1741)
    public static Numeric log10(Numeric a) {
        return numeric_log(TEN, a);
    }

    @PgFunction(oid = 1481)
    public static Numeric log10Again(Numeric a) {
        return numeric_log(TEN, a);
    }
}
