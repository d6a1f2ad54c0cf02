package org.pgherd.semantics.function.floating;

import org.pgherd.semantics.function.PgFunction;

/// Trigonometric functions in degrees: exact at the multiples of 30 and 45 degrees, by scaling each piece of the
/// first quadrant with the value that the C library gives at its end (float.c).
public final class DegreeTrigonometry {
    private static final double SIN_30 = LibM.sin(30 * Trigonometry.RADIANS_PER_DEGREE);
    private static final double ONE_MINUS_COS_60 = 1 - LibM.cos(60 * Trigonometry.RADIANS_PER_DEGREE);
    private static final double ASIN_0_5 = LibM.asin(0.5);
    private static final double ACOS_0_5 = LibM.acos(0.5);
    private static final double ATAN_1 = LibM.atan(1);
    private static final double TAN_45 = sinQuadrant(45) / cosQuadrant(45);
    private static final double COT_45 = cosQuadrant(45) / sinQuadrant(45);

    private DegreeTrigonometry() {}

    @PgFunction(oid = 2732)
    public static double dacosd(double a) {
        Trigonometry.checkUnit(a);
        return a >= 0 || Double.isNaN(a) ? acosQuadrant(a) : 90 + asinQuadrant(-a);
    }

    @PgFunction(oid = 2731)
    public static double dasind(double a) {
        Trigonometry.checkUnit(a);
        return a >= 0 || Double.isNaN(a) ? asinQuadrant(a) : -asinQuadrant(-a);
    }

    @PgFunction(oid = 2733)
    public static double datand(double a) {
        return LibM.atan(a) / ATAN_1 * 45;
    }

    @PgFunction(oid = 2734)
    public static double datan2d(double y, double x) {
        return LibM.atan2(y, x) / ATAN_1 * 45;
    }

    @PgFunction(oid = 2735)
    public static double dsind(double a) {
        Trigonometry.checkFinite(a);
        double x = a % 360;
        int sign = 1;
        if (x < 0) {
            x = -x;
            sign = -sign;
        }
        if (x > 180) {
            x = 360 - x;
            sign = -sign;
        }
        if (x > 90) {
            x = 180 - x;
        }
        return sign * sinQuadrant(x);
    }

    @PgFunction(oid = 2736)
    public static double dcosd(double a) {
        Trigonometry.checkFinite(a);
        double x = Math.abs(a % 360);
        int sign = 1;
        if (x > 180) {
            x = 360 - x;
        }
        if (x > 90) {
            x = 180 - x;
            sign = -sign;
        }
        return sign * cosQuadrant(x);
    }

    @PgFunction(oid = 2737)
    public static double dtand(double a) {
        Trigonometry.checkFinite(a);
        double x = foldToQuadrant(a);
        double result = tangentSign(a) * (sinQuadrant(x) / cosQuadrant(x) / TAN_45);
        return result == 0 ? 0 : result;
    }

    @PgFunction(oid = 2738)
    public static double dcotd(double a) {
        Trigonometry.checkFinite(a);
        double x = foldToQuadrant(a);
        double result = tangentSign(a) * (cosQuadrant(x) / sinQuadrant(x) / COT_45);
        return result == 0 ? 0 : result;
    }

    /// The angle of [0, 90] whose tangent has the same magnitude; negative zero stays.
    private static double foldToQuadrant(double a) {
        double x = a % 360;
        if (x < 0) {
            x = -x;
        }
        if (x > 180) {
            x = 360 - x;
        }
        return x > 90 ? 180 - x : x;
    }

    private static int tangentSign(double a) {
        double x = a % 360;
        int sign = 1;
        if (x < 0) {
            x = -x;
            sign = -sign;
        }
        if (x > 180) {
            x = 360 - x;
            sign = -sign;
        }
        return x > 90 ? -sign : sign;
    }

    private static double asinQuadrant(double x) {
        return x <= 0.5 ? LibM.asin(x) / ASIN_0_5 * 30 : 90 - LibM.acos(x) / ACOS_0_5 * 60;
    }

    private static double acosQuadrant(double x) {
        return x <= 0.5 ? 90 - LibM.asin(x) / ASIN_0_5 * 30 : LibM.acos(x) / ACOS_0_5 * 60;
    }

    private static double sinQuadrant(double x) {
        return x <= 30 ? sinTo30(x) : cosTo60(90 - x);
    }

    private static double cosQuadrant(double x) {
        return x <= 60 ? cosTo60(x) : sinTo30(90 - x);
    }

    private static double sinTo30(double x) {
        return LibM.sin(x * Trigonometry.RADIANS_PER_DEGREE) / SIN_30 / 2;
    }

    private static double cosTo60(double x) {
        return 1 - (1 - LibM.cos(x * Trigonometry.RADIANS_PER_DEGREE)) / ONE_MINUS_COS_60 / 2;
    }
}
