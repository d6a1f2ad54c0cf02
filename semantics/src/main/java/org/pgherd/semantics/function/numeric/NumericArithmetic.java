package org.pgherd.semantics.function.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.integer.IntegerRange;
import org.pgherd.semantics.value.Numeric;

/// Arithmetic, rounding and scale of numeric (numeric.c).
public final class NumericArithmetic {
    private static final int MAX_FACTORIAL = 32177;

    private NumericArithmetic() {}

    @PgFunction(oid = 1724)
    public static Numeric numeric_add(Numeric a, Numeric b) {
        return a.add(b);
    }

    @PgFunction(oid = 1725)
    public static Numeric numeric_sub(Numeric a, Numeric b) {
        return a.subtract(b);
    }

    @PgFunction(oid = 1726)
    public static Numeric numeric_mul(Numeric a, Numeric b) {
        return a.multiply(b);
    }

    @PgFunction(oid = 1727)
    public static Numeric numeric_div(Numeric a, Numeric b) {
        return a.divide(b);
    }

    @PgFunction(oid = {1973, 1980})
    public static Numeric numeric_div_trunc(Numeric a, Numeric b) {
        return a.divideToInteger(b);
    }

    @PgFunction(oid = {1728, 1729})
    public static Numeric numeric_mod(Numeric a, Numeric b) {
        return a.mod(b);
    }

    @PgFunction(oid = 1764)
    public static Numeric numeric_inc(Numeric a) {
        return a.add(Numeric.ONE);
    }

    @PgFunction(oid = 1771)
    public static Numeric numeric_uminus(Numeric a) {
        return a.negate();
    }

    @PgFunction(oid = 1915)
    public static Numeric numeric_uplus(Numeric a) {
        return a;
    }

    @PgFunction(oid = {1704, 1705})
    public static Numeric numeric_abs(Numeric a) {
        return a.abs();
    }

    @PgFunction(oid = 1706)
    public static Numeric numeric_sign(Numeric a) {
        return a.isNaN() ? a : Numeric.of(a.signum());
    }

    @PgFunction(oid = {1711, 2167})
    public static Numeric numeric_ceil(Numeric a) {
        return a.ceil();
    }

    @PgFunction(oid = 1712)
    public static Numeric numeric_floor(Numeric a) {
        return a.floor();
    }

    @PgFunction(oid = 1707)
    public static Numeric numeric_round(Numeric a, int digits) {
        return a.round(digits);
    }

    @PgFunction(oid = 1709)
    public static Numeric numeric_trunc(Numeric a, int digits) {
        return a.trunc(digits);
    }

    @PgFunction(oid = 1708)
    public static Numeric roundToInteger(Numeric a) {
        return a.round(0);
    }

    @PgFunction(oid = 1710)
    public static Numeric truncateToInteger(Numeric a) {
        return a.trunc(0);
    }

    @PgFunction(oid = 1703)
    public static Numeric numeric(Numeric a, int typmod) {
        return a.applyTypmod(typmod);
    }

    @PgFunction(oid = 3281)
    public static @Nullable Integer numeric_scale(Numeric a) {
        return a.isFinite() ? a.scale() : null;
    }

    @PgFunction(oid = 5042)
    public static @Nullable Integer numeric_min_scale(Numeric a) {
        return a.isFinite() ? minimalScale(a) : null;
    }

    @PgFunction(oid = 5043)
    public static Numeric numeric_trim_scale(Numeric a) {
        return a.isFinite() ? a.round(minimalScale(a)) : a;
    }

    private static int minimalScale(Numeric a) {
        return a.isZero()
                ? 0
                : Math.max(0, a.toBigDecimal().stripTrailingZeros().scale());
    }

    @PgFunction(oid = 5048)
    public static Numeric numeric_gcd(Numeric a, Numeric b) {
        if (!a.isFinite() || !b.isFinite()) {
            return Numeric.NAN;
        }
        int scale = Math.max(a.scale(), b.scale());
        return Numeric.of(unscaledAt(a, scale).gcd(unscaledAt(b, scale)), scale);
    }

    @PgFunction(oid = 5049)
    public static Numeric numeric_lcm(Numeric a, Numeric b) {
        if (!a.isFinite() || !b.isFinite()) {
            return Numeric.NAN;
        }
        int scale = Math.max(a.scale(), b.scale());
        if (a.isZero() || b.isZero()) {
            return Numeric.of(0, scale);
        }
        BigInteger x = unscaledAt(a, scale);
        BigInteger y = unscaledAt(b, scale);
        return Numeric.of(x.divide(x.gcd(y)).multiply(y).abs(), scale);
    }

    private static BigInteger unscaledAt(Numeric a, int scale) {
        return a.toBigDecimal().setScale(scale).unscaledValue();
    }

    @PgFunction(oid = 1376)
    public static Numeric numeric_fac(long n) {
        if (n < 0) {
            throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "factorial of a negative number is undefined");
        }
        if (n > MAX_FACTORIAL) {
            throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format");
        }
        return Numeric.of(product(2, (int) n), 0);
    }

    /// Of all from..to, halved so that the factors stay of like size.
    private static BigInteger product(int from, int to) {
        if (to - from < 8) {
            BigInteger p = BigInteger.ONE;
            for (int i = from; i <= to; i++) {
                p = p.multiply(BigInteger.valueOf(i));
            }
            return p;
        }
        int middle = (from + to) >>> 1;
        return product(from, middle).multiply(product(middle + 1, to));
    }

    @PgFunction(oid = 2170)
    public static int width_bucket_numeric(Numeric operand, Numeric bound1, Numeric bound2, int count) {
        if (count <= 0) {
            throw widthBucket("count must be greater than zero");
        }
        if (operand.isNaN() || bound1.isNaN() || bound2.isNaN()) {
            throw widthBucket("operand, lower bound, and upper bound cannot be NaN");
        }
        if (bound1.isInfinite() || bound2.isInfinite()) {
            throw widthBucket("lower and upper bounds must be finite");
        }
        int order = bound1.compareTo(bound2);
        if (order == 0) {
            throw widthBucket("lower bound cannot equal upper bound");
        }
        if (order < 0 ? operand.compareTo(bound1) < 0 : operand.compareTo(bound1) > 0) {
            return 0;
        }
        if (order < 0 ? operand.compareTo(bound2) >= 0 : operand.compareTo(bound2) <= 0) {
            return IntegerRange.integer(count + 1L);
        }
        BigDecimal offset = operand.toBigDecimal().subtract(bound1.toBigDecimal());
        BigDecimal width = bound2.toBigDecimal().subtract(bound1.toBigDecimal());
        return offset.multiply(BigDecimal.valueOf(count))
                        .divide(width, 0, RoundingMode.DOWN)
                        .intValueExact()
                + 1;
    }

    private static SqlException widthBucket(String message) {
        return new SqlException(SqlState.INVALID_ARGUMENT_FOR_WIDTH_BUCKET_FUNCTION, message);
    }
}
