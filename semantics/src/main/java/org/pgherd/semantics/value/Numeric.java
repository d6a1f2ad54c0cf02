package org.pgherd.semantics.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// A numeric: `unscaled / 10^scale`, or NaN, or ±Infinity. Transplants the behaviour of numeric.c: the scale is its
/// dscale (0..16383, what is displayed), at most 131072 digits stand before the point.
/// Up to 18 digits are a long; larger ones a BigInteger. Order puts NaN above all and equal to itself;
/// equality is of values (1.0 equals 1.00).
public final class Numeric implements Comparable<Numeric> {
    /// NUMERIC_DSCALE_MAX.
    public static final int MAX_SCALE = 16383;
    /// NUMERIC_MAX_DISPLAY_SCALE.
    public static final int MAX_DISPLAY_SCALE = 1000;
    /// Digits before the point that the format holds.
    public static final int MAX_INTEGER_DIGITS = 131072;

    /// The compact form holds values below 10^18.
    static final long COMPACT_LIMIT = 1_000_000_000_000_000_000L;

    private static final byte FINITE = 0;
    private static final byte MINUS_INF = 1;
    private static final byte PLUS_INF = 2;
    private static final byte NOT_A_NUMBER = 3;

    public static final Numeric NAN = new Numeric(0, null, 0, NOT_A_NUMBER);
    public static final Numeric INFINITY = new Numeric(0, null, 0, PLUS_INF);
    public static final Numeric MINUS_INFINITY = new Numeric(0, null, 0, MINUS_INF);
    public static final Numeric ZERO = new Numeric(0, null, 0, FINITE);
    public static final Numeric ONE = new Numeric(1, null, 0, FINITE);

    private final long small;
    /// Set when, and only when, the unscaled value is not below 10^18.
    private final @Nullable BigInteger big;
    private final int scale;
    private final byte kind;

    private Numeric(long small, @Nullable BigInteger big, int scale, byte kind) {
        this.small = small;
        this.big = big;
        this.scale = scale;
        this.kind = kind;
    }

    public static Numeric of(long value) {
        return of(value, 0);
    }

    /// `unscaled / 10^scale`, scale in 0..16383.
    public static Numeric of(long unscaled, int scale) {
        assert scale >= 0 && scale <= MAX_SCALE;
        return isCompact(unscaled)
                ? new Numeric(unscaled, null, scale, FINITE)
                : new Numeric(0, BigInteger.valueOf(unscaled), scale, FINITE);
    }

    /// Checks the format's limits: more digits than it holds are `value overflows numeric format`.
    public static Numeric of(BigInteger unscaled, int scale) {
        if (unscaled.bitLength() < 64) {
            return of(unscaled.longValue(), checkScale(scale));
        }
        // 3.32 bits a digit; only near the limit are digits counted
        if (unscaled.bitLength() > (MAX_INTEGER_DIGITS - 8L + scale) * 3.3219
                && PowersOfTen.digits(unscaled) - scale > MAX_INTEGER_DIGITS) {
            throw overflow();
        }
        return new Numeric(0, unscaled, checkScale(scale), FINITE);
    }

    /// With the decimal's scale, or 0 if that is negative.
    public static Numeric of(BigDecimal value) {
        BigDecimal d = value.scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY) : value;
        return of(d.unscaledValue(), d.scale());
    }

    /// Rounded (half away from zero) or padded to the scale.
    public static Numeric of(BigDecimal value, int scale) {
        return of(value.setScale(scale, RoundingMode.HALF_UP));
    }

    /// As the cast from float8: 15 significant digits.
    public static Numeric ofDouble(double value) {
        return ofDouble(value, 15);
    }

    /// As the cast from float4: 6 significant digits.
    public static Numeric ofFloat(float value) {
        return ofDouble(value, 6);
    }

    private static Numeric ofDouble(double value, int digits) {
        if (Double.isNaN(value)) {
            return NAN;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? INFINITY : MINUS_INFINITY;
        }
        if (value == 0) {
            return ZERO;
        }
        return of(new BigDecimal(value)
                .round(new java.math.MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros());
    }

    /// Text as numeric_in takes it, without a type modifier.
    public static Numeric parse(String text) {
        return NumericText.parse(text);
    }

    /// As [#divide], of finite sums and products that may be larger or finer than the format holds.
    public static Numeric quotient(BigDecimal dividend, BigDecimal divisor) {
        Numeric a = unlimited(dividend);
        Numeric b = unlimited(divisor);
        return NumericDivision.divide(a, b, NumericDivision.scale(a, b));
    }

    private static Numeric unlimited(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        return unscaled.bitLength() < 64 && isCompact(unscaled.longValue())
                ? new Numeric(unscaled.longValue(), null, value.scale(), FINITE)
                : new Numeric(0, unscaled, value.scale(), FINITE);
    }

    static boolean isCompact(long unscaled) {
        return unscaled < COMPACT_LIMIT && unscaled > -COMPACT_LIMIT;
    }

    private static int checkScale(int scale) {
        if (scale > MAX_SCALE) {
            throw overflow();
        }
        return scale;
    }

    static SqlException overflow() {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format");
    }

    /// Digits after the point that are displayed.
    public int scale() {
        return scale;
    }

    public boolean isNaN() {
        return kind == NOT_A_NUMBER;
    }

    public boolean isInfinite() {
        return kind == PLUS_INF || kind == MINUS_INF;
    }

    public boolean isFinite() {
        return kind == FINITE;
    }

    /// True if [#compactValue] holds the unscaled value (finite, at most 18 digits).
    public boolean isCompact() {
        return kind == FINITE && big == null;
    }

    /// The unscaled value of a compact number.
    public long compactValue() {
        assert isCompact();
        return small;
    }

    /// The unscaled value of a finite number.
    public BigInteger unscaledValue() {
        assert isFinite();
        return big == null ? BigInteger.valueOf(small) : big;
    }

    /// A finite number, with its scale.
    public BigDecimal toBigDecimal() {
        return big == null ? BigDecimal.valueOf(small, scale) : new BigDecimal(big, scale);
    }

    /// -1, 0 or 1; 1 for NaN.
    public int signum() {
        return switch (kind) {
            case MINUS_INF -> -1;
            case PLUS_INF, NOT_A_NUMBER -> 1;
            default -> big == null ? Long.signum(small) : big.signum();
        };
    }

    public boolean isZero() {
        return kind == FINITE && big == null && small == 0;
    }

    public Numeric negate() {
        return switch (kind) {
            case NOT_A_NUMBER -> this;
            case PLUS_INF -> MINUS_INFINITY;
            case MINUS_INF -> INFINITY;
            default ->
                big == null ? new Numeric(-small, null, scale, FINITE) : new Numeric(0, big.negate(), scale, FINITE);
        };
    }

    public Numeric abs() {
        return signum() < 0 ? negate() : this;
    }

    public Numeric add(Numeric other) {
        if ((kind | other.kind) != FINITE) {
            return addSpecial(other);
        }
        if (big == null && other.big == null) {
            if (scale == other.scale) {
                return of(small + other.small, scale);
            }
            int difference = scale - other.scale;
            if (difference > 0 && PowersOfTen.fits(other.small, difference)) {
                return of(small + other.small * PowersOfTen.get(difference), scale);
            }
            if (difference < 0 && PowersOfTen.fits(small, -difference)) {
                return of(small * PowersOfTen.get(-difference) + other.small, other.scale);
            }
        }
        int target = Math.max(scale, other.scale);
        return of(atScale(target).add(other.atScale(target)), target);
    }

    private Numeric addSpecial(Numeric other) {
        if (isNaN() || other.isNaN()) {
            return NAN;
        }
        if (isInfinite()) {
            return other.isInfinite() && other.kind != kind ? NAN : this;
        }
        return other;
    }

    public Numeric subtract(Numeric other) {
        return add(other.negate());
    }

    public Numeric multiply(Numeric other) {
        if ((kind | other.kind) != FINITE) {
            return multiplySpecial(other);
        }
        int target = scale + other.scale;
        if (big == null && other.big == null && target <= MAX_SCALE) {
            long high = Math.multiplyHigh(small, other.small);
            long low = small * other.small;
            if (high == low >> 63) {
                return of(low, target);
            }
        }
        BigInteger product = unscaledValue().multiply(other.unscaledValue());
        return target > MAX_SCALE ? of(new BigDecimal(product, target), MAX_SCALE) : of(product, target);
    }

    private Numeric multiplySpecial(Numeric other) {
        int sign = signum() * other.signum();
        if (isNaN() || other.isNaN() || sign == 0) {
            return NAN;
        }
        return sign > 0 ? INFINITY : MINUS_INFINITY;
    }

    /// SQL's `/`: scale by numeric.c:select_div_scale.
    public Numeric divide(Numeric divisor) {
        if ((kind | divisor.kind) != FINITE) {
            return NumericDivision.divideSpecial(this, divisor);
        }
        if (divisor.isZero()) {
            throw divisionByZero();
        }
        return NumericDivision.divide(this, divisor, NumericDivision.scale(this, divisor));
    }

    /// SQL's `div()`: the integer part of the quotient, scale 0.
    public Numeric divideToInteger(Numeric divisor) {
        if ((kind | divisor.kind) != FINITE) {
            return NumericDivision.divideSpecial(this, divisor);
        }
        if (divisor.isZero()) {
            throw divisionByZero();
        }
        int target = Math.max(scale, divisor.scale);
        return of(atScale(target).divide(divisor.atScale(target)), 0);
    }

    /// SQL's `%`: sign of the dividend, larger of the scales.
    public Numeric mod(Numeric divisor) {
        if ((kind | divisor.kind) != FINITE) {
            if (isNaN() || divisor.isNaN()) {
                return NAN;
            }
            if (isInfinite()) {
                if (divisor.isZero()) {
                    throw divisionByZero();
                }
                return NAN;
            }
            return this;
        }
        if (divisor.isZero()) {
            throw divisionByZero();
        }
        int target = Math.max(scale, divisor.scale);
        if (big == null
                && divisor.big == null
                && PowersOfTen.fits(small, target - scale)
                && PowersOfTen.fits(divisor.small, target - divisor.scale)) {
            long a = small * PowersOfTen.get(target - scale);
            return of(a % (divisor.small * PowersOfTen.get(target - divisor.scale)), target);
        }
        return of(atScale(target).remainder(divisor.atScale(target)), target);
    }

    static SqlException divisionByZero() {
        return new SqlException(SqlState.DIVISION_BY_ZERO, "division by zero");
    }

    /// Half away from zero. A negative `digits` rounds before the point; a larger one than the scale pads with zeros.
    public Numeric round(int digits) {
        return withScale(digits, RoundingMode.HALF_UP);
    }

    /// Towards zero; see [#round].
    public Numeric trunc(int digits) {
        return withScale(digits, RoundingMode.DOWN);
    }

    public Numeric ceil() {
        return withScale(0, RoundingMode.CEILING);
    }

    public Numeric floor() {
        return withScale(0, RoundingMode.FLOOR);
    }

    private Numeric withScale(int digits, RoundingMode mode) {
        if (kind != FINITE || digits == scale) {
            return this;
        }
        int target = Math.clamp(digits, -MAX_INTEGER_DIGITS - 1, MAX_SCALE);
        if (big == null && target >= 0) {
            if (target > scale) {
                if (PowersOfTen.fits(small, target - scale)) {
                    return of(small * PowersOfTen.get(target - scale), target);
                }
            } else if (mode == RoundingMode.HALF_UP) {
                return new Numeric(PowersOfTen.roundedQuotient(small, scale - target), null, target, FINITE);
            }
        }
        if (isZero()) {
            return of(0, Math.max(target, 0));
        }
        BigDecimal d = toBigDecimal().setScale(target, mode);
        return of(d.scale() < 0 ? d.setScale(0, RoundingMode.UNNECESSARY) : d);
    }

    /// Coerced to `numeric(precision, scale)` as the modifier says; -1 leaves it as it is (numeric.c:apply_typmod).
    public Numeric applyTypmod(int typmod) {
        return NumericTypmod.apply(this, typmod);
    }

    /// The unscaled value as it would be at a scale that is not smaller.
    BigInteger atScale(int target) {
        return target == scale ? unscaledValue() : unscaledValue().multiply(PowersOfTen.big(target - scale));
    }

    @Override
    public int compareTo(Numeric other) {
        if ((kind | other.kind) != FINITE) {
            return Integer.compare(rank(), other.rank());
        }
        if (big == null && other.big == null) {
            int difference = scale - other.scale;
            if (difference == 0) {
                return Long.compare(small, other.small);
            }
            if (difference > 0 && PowersOfTen.fits(other.small, difference)) {
                return Long.compare(small, other.small * PowersOfTen.get(difference));
            }
            if (difference < 0 && PowersOfTen.fits(small, -difference)) {
                return Long.compare(small * PowersOfTen.get(-difference), other.small);
            }
        }
        return toBigDecimal().compareTo(other.toBigDecimal());
    }

    private int rank() {
        return switch (kind) {
            case MINUS_INF -> -1;
            case FINITE -> 0;
            case PLUS_INF -> 1;
            default -> 2;
        };
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Numeric n && compareTo(n) == 0;
    }

    @Override
    public int hashCode() {
        if (kind != FINITE) {
            return kind;
        }
        if (big == null) {
            long v = small;
            int s = scale;
            while (v != 0 && v % 10 == 0) {
                v /= 10;
                s--;
            }
            return v == 0 ? 0 : Long.hashCode(v * 0x9E3779B97F4A7C15L) + s;
        }
        BigDecimal stripped = new BigDecimal(big, scale).stripTrailingZeros();
        return stripped.precision() < 19
                ? Numeric.stripped(stripped).hashCode()
                : stripped.unscaledValue().hashCode() + stripped.scale();
    }

    private static Numeric stripped(BigDecimal d) {
        // may have a negative scale: only for hashing
        return new Numeric(d.unscaledValue().longValue(), null, d.scale(), FINITE);
    }

    /// As the cast to float8.
    public double toDouble() {
        return switch (kind) {
            case NOT_A_NUMBER -> Double.NaN;
            case PLUS_INF -> Double.POSITIVE_INFINITY;
            case MINUS_INF -> Double.NEGATIVE_INFINITY;
            default -> {
                if (big == null && scale <= 22 && Math.abs(small) < 1L << 53) {
                    yield small / PowersOfTen.asDouble(scale); // both exact: correctly rounded
                }
                double d = toBigDecimal().doubleValue();
                if (Double.isInfinite(d) || d == 0 && !isZero()) {
                    throw outOfRange("double precision");
                }
                yield d;
            }
        };
    }

    /// As the cast to float4.
    public float toFloat() {
        if (kind != FINITE) {
            return (float) toDouble();
        }
        float f = big == null && scale == 0 && Math.abs(small) < 1 << 24
                ? small
                : Float.parseFloat(toBigDecimal().toString());
        if (Float.isInfinite(f) || f == 0 && !isZero()) {
            throw outOfRange("real");
        }
        return f;
    }

    private SqlException outOfRange(String type) {
        return new SqlException(
                SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "\"" + this + "\" is out of range for type " + type);
    }

    /// As the cast to int8: rounded, `bigint out of range`.
    public long toInt8() {
        return toInteger("bigint", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// As the cast to int4.
    public int toInt4() {
        return (int) toInteger("integer", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// As the cast to int2.
    public int toInt2() {
        return (int) toInteger("smallint", Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private long toInteger(String typeName, long min, long max) {
        if (kind != FINITE) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot convert " + (isNaN() ? "NaN" : "infinity") + " to " + typeName);
        }
        Numeric whole = round(0);
        if (whole.big != null && whole.big.bitLength() > 63) {
            throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, typeName + " out of range");
        }
        long v = whole.big == null ? whole.small : whole.big.longValue();
        if (v < min || v > max) {
            throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, typeName + " out of range");
        }
        return v;
    }

    /// As numeric_out.
    @Override
    public String toString() {
        return switch (kind) {
            case NOT_A_NUMBER -> "NaN";
            case PLUS_INF -> "Infinity";
            case MINUS_INF -> "-Infinity";
            default -> big == null ? NumericText.format(small, scale) : new BigDecimal(big, scale).toPlainString();
        };
    }
}
