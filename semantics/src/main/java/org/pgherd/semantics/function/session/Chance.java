package org.pgherd.semantics.function.session;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.floating.GeneralNumber;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// random() and setseed() (pseudorandomfuncs.c). The values are not PostgreSQL's: its generator is seeded per
/// session.
public final class Chance {
    private Chance() {}

    @PgFunction(oid = 1598)
    public static double drandom(FunctionContext context) {
        return (context.nextRandom() >>> 11) * 0x1p-53;
    }

    @PgFunction(oid = 1599)
    public static @Nullable Text setseed(FunctionContext context, double seed) {
        if (Double.isNaN(seed) || seed < -1 || seed > 1) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "setseed parameter " + GeneralNumber.format(seed, 0) + " is out of allowed range [-1,1]");
        }
        context.setSeed(seed);
        return Text.EMPTY;
    }

    @PgFunction(oid = 6339)
    public static int int4random(FunctionContext context, int min, int max) {
        checkRange(min <= max);
        return (int) between(context, min, max);
    }

    @PgFunction(oid = 6340)
    public static long int8random(FunctionContext context, long min, long max) {
        checkRange(min <= max);
        return between(context, min, max);
    }

    private static void checkRange(boolean valid) {
        if (!valid) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE, "lower bound must be less than or equal to upper bound");
        }
    }

    /// Uniform: values of the incomplete last round are drawn again.
    private static long between(FunctionContext context, long min, long max) {
        long size = max - min + 1;
        if (size == 0) {
            return context.nextRandom();
        }
        long bits;
        long value;
        do {
            bits = context.nextRandom();
            value = Long.remainderUnsigned(bits, size);
        } while (Long.compareUnsigned(bits - value, -size) > 0);
        return min + value;
    }

    @PgFunction(oid = 6212)
    public static double drandom_normal(FunctionContext context, double mean, double deviation) {
        // Marsaglia's polar method
        double u;
        double square;
        do {
            u = 2 * drandom(context) - 1;
            double v = 2 * drandom(context) - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        return mean + deviation * u * Math.sqrt(-2 * Math.log(square) / square);
    }

    @PgFunction(oid = 6341)
    public static Numeric numeric_random(FunctionContext context, Numeric min, Numeric max) {
        checkBound(min, "lower");
        checkBound(max, "upper");
        checkRange(min.compareTo(max) <= 0);
        int scale = Math.max(min.scale(), max.scale());
        BigInteger low = min.toBigDecimal().setScale(scale).unscaledValue();
        BigInteger count =
                max.toBigDecimal().setScale(scale).unscaledValue().subtract(low).add(BigInteger.ONE);
        BigInteger drawn;
        do {
            drawn = BigInteger.ZERO;
            for (int bits = count.bitLength(); bits > 0; bits -= Long.SIZE) {
                BigInteger word = new BigInteger(Long.toUnsignedString(context.nextRandom()));
                drawn = drawn.shiftLeft(Long.SIZE).or(word);
            }
            drawn = drawn.and(BigInteger.ONE.shiftLeft(count.bitLength()).subtract(BigInteger.ONE));
        } while (drawn.compareTo(count) >= 0);
        return Numeric.of(low.add(drawn), scale);
    }

    private static void checkBound(Numeric bound, String side) {
        if (!bound.isFinite()) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    side + " bound cannot be " + (bound.isNaN() ? "NaN" : "infinity"));
        }
    }
}
