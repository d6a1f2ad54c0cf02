package org.pgherd.semantics.function.floating;

import org.pgherd.semantics.function.PgFunction;

/// Trigonometric functions in radians and hyperbolic ones (float.c).
public final class Trigonometry {
    static final double RADIANS_PER_DEGREE = 0.0174532925199432957692;

    private Trigonometry() {}

    @PgFunction(oid = 1610)
    public static double dpi() {
        return Math.PI;
    }

    @PgFunction(oid = 1608)
    public static double degrees(double a) {
        return FloatArithmetic.float8div(a, RADIANS_PER_DEGREE);
    }

    @PgFunction(oid = 1609)
    public static double radians(double a) {
        return FloatArithmetic.float8mul(a, RADIANS_PER_DEGREE);
    }

    @PgFunction(oid = 1601)
    public static double dacos(double a) {
        checkUnit(a);
        return LibM.acos(a);
    }

    @PgFunction(oid = 1600)
    public static double dasin(double a) {
        checkUnit(a);
        return LibM.asin(a);
    }

    static void checkUnit(double a) {
        if (a < -1 || a > 1) {
            throw FloatRange.inputOutOfRange();
        }
    }

    @PgFunction(oid = 1602)
    public static double datan(double a) {
        return LibM.atan(a);
    }

    @PgFunction(oid = 1603)
    public static double datan2(double y, double x) {
        return LibM.atan2(y, x);
    }

    @PgFunction(oid = 1604)
    public static double dsin(double a) {
        checkFinite(a);
        return LibM.sin(a);
    }

    @PgFunction(oid = 1605)
    public static double dcos(double a) {
        checkFinite(a);
        return LibM.cos(a);
    }

    @PgFunction(oid = 1606)
    public static double dtan(double a) {
        checkFinite(a);
        return LibM.tan(a);
    }

    @PgFunction(oid = 1607)
    public static double dcot(double a) {
        checkFinite(a);
        return 1 / LibM.tan(a);
    }

    static void checkFinite(double a) {
        if (Double.isInfinite(a)) {
            throw FloatRange.inputOutOfRange();
        }
    }

    @PgFunction(oid = 2462)
    public static double dsinh(double a) {
        return LibM.sinh(a);
    }

    @PgFunction(oid = 2463)
    public static double dcosh(double a) {
        return LibM.cosh(a);
    }

    @PgFunction(oid = 2464)
    public static double dtanh(double a) {
        return LibM.tanh(a);
    }

    @PgFunction(oid = 2465)
    public static double dasinh(double a) {
        return LibM.asinh(a);
    }

    @PgFunction(oid = 2466)
    public static double dacosh(double a) {
        if (a < 1) {
            throw FloatRange.inputOutOfRange();
        }
        return LibM.acosh(a);
    }

    @PgFunction(oid = 2467)
    public static double datanh(double a) {
        checkUnit(a);
        return LibM.atanh(a);
    }
}
