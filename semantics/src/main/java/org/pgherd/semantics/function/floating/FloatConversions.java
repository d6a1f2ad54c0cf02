package org.pgherd.semantics.function.floating;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.integer.IntegerRange;

/// Casts between integers and floating-point numbers (float.c, int8.c). Rounding is to the nearest even.
public final class FloatConversions {
    private FloatConversions() {}

    @PgFunction(oid = 237)
    public static int dtoi2(double a) {
        double r = Math.rint(a);
        if (!(r >= Short.MIN_VALUE && r <= Short.MAX_VALUE)) {
            throw IntegerRange.smallintOutOfRange();
        }
        return (int) r;
    }

    @PgFunction(oid = 317)
    public static int dtoi4(double a) {
        double r = Math.rint(a);
        if (!(r >= Integer.MIN_VALUE && r <= Integer.MAX_VALUE)) {
            throw IntegerRange.integerOutOfRange();
        }
        return (int) r;
    }

    @PgFunction(oid = 483)
    public static long dtoi8(double a) {
        double r = Math.rint(a);
        if (!(r >= -0x1p63 && r < 0x1p63)) {
            throw IntegerRange.bigintOutOfRange();
        }
        return (long) r;
    }

    @PgFunction(oid = 238)
    public static int ftoi2(float a) {
        return dtoi2(a);
    }

    @PgFunction(oid = 319)
    public static int ftoi4(float a) {
        return dtoi4(a);
    }

    @PgFunction(oid = 653)
    public static long ftoi8(float a) {
        return dtoi8(a);
    }

    @PgFunction(oid = 235)
    public static double i2tod(int a) {
        return a;
    }

    @PgFunction(oid = 236)
    public static float i2tof(int a) {
        return a;
    }

    @PgFunction(oid = 316)
    public static double i4tod(int a) {
        return a;
    }

    @PgFunction(oid = 318)
    public static float i4tof(int a) {
        return a;
    }

    @PgFunction(oid = 482)
    public static double i8tod(long a) {
        return a;
    }

    @PgFunction(oid = 652)
    public static float i8tof(long a) {
        return a;
    }

    @PgFunction(oid = 311)
    public static double ftod(float a) {
        return a;
    }

    @PgFunction(oid = 312)
    public static float dtof(double a) {
        float r = (float) a;
        if (Float.isInfinite(r) && !Double.isInfinite(a)) {
            throw FloatRange.overflow();
        }
        if (r == 0 && a != 0) {
            throw FloatRange.underflow();
        }
        return r;
    }
}
