package org.pgherd.semantics.function.numeric;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Numeric;

/// Casts of numeric to and from integers and floating-point numbers (numeric.c).
public final class NumericConversions {
    private NumericConversions() {}

    @PgFunction(oid = 1782)
    public static Numeric int2_numeric(int a) {
        return Numeric.of(a);
    }

    @PgFunction(oid = 1740)
    public static Numeric int4_numeric(int a) {
        return Numeric.of(a);
    }

    @PgFunction(oid = 1781)
    public static Numeric int8_numeric(long a) {
        return Numeric.of(a);
    }

    @PgFunction(oid = 1742)
    public static Numeric float4_numeric(float a) {
        return Numeric.ofFloat(a);
    }

    @PgFunction(oid = 1743)
    public static Numeric float8_numeric(double a) {
        return Numeric.ofDouble(a);
    }

    @PgFunction(oid = 1783)
    public static int numeric_int2(Numeric a) {
        return a.toInt2();
    }

    @PgFunction(oid = 1744)
    public static int numeric_int4(Numeric a) {
        return a.toInt4();
    }

    @PgFunction(oid = 1779)
    public static long numeric_int8(Numeric a) {
        return a.toInt8();
    }

    @PgFunction(oid = 1746)
    public static double numeric_float8(Numeric a) {
        double d = a.toDouble();
        if (d == 0 && !a.isZero()) {
            throw outOfRange(a, "double precision");
        }
        return d;
    }

    @PgFunction(oid = 1745)
    public static float numeric_float4(Numeric a) {
        if (!a.isFinite()) {
            return a.isNaN() ? Float.NaN : a.signum() > 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
        }
        float f = a.toBigDecimal().floatValue();
        if (Float.isInfinite(f) || f == 0 && !a.isZero()) {
            throw outOfRange(a, "real");
        }
        return f;
    }

    private static SqlException outOfRange(Numeric a, String type) {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "\"" + a + "\" is out of range for type " + type);
    }
}
