package org.pgherd.semantics.function.geometry;

import static org.pgherd.semantics.function.floating.FloatArithmetic.float8div;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mi;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mul;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8pl;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Point;

/// Points: position, distance, and arithmetic as of complex numbers (geo_ops.c).
public final class Points {
    private Points() {}

    @PgFunction(oid = 1440)
    public static Point construct_point(double x, double y) {
        return new Point(x, y);
    }

    @PgFunction(oid = 132)
    public static boolean point_left(Point a, Point b) {
        return Fuzzy.lt(a.x(), b.x());
    }

    @PgFunction(oid = 133)
    public static boolean point_right(Point a, Point b) {
        return Fuzzy.gt(a.x(), b.x());
    }

    @PgFunction(oid = 131)
    public static boolean point_above(Point a, Point b) {
        return Fuzzy.gt(a.y(), b.y());
    }

    @PgFunction(oid = 134)
    public static boolean point_below(Point a, Point b) {
        return Fuzzy.lt(a.y(), b.y());
    }

    @PgFunction(oid = {989, 1406})
    public static boolean point_vert(Point a, Point b) {
        return Fuzzy.eq(a.x(), b.x());
    }

    @PgFunction(oid = {990, 1407})
    public static boolean point_horiz(Point a, Point b) {
        return Fuzzy.eq(a.y(), b.y());
    }

    @PgFunction(oid = 135)
    public static boolean point_eq(Point a, Point b) {
        if (Double.isNaN(a.x()) || Double.isNaN(a.y()) || Double.isNaN(b.x()) || Double.isNaN(b.y())) {
            return Fuzzy.exactEq(a.x(), b.x()) && Fuzzy.exactEq(a.y(), b.y());
        }
        return Fuzzy.eq(a.x(), b.x()) && Fuzzy.eq(a.y(), b.y());
    }

    @PgFunction(oid = 988)
    public static boolean point_ne(Point a, Point b) {
        return !point_eq(a, b);
    }

    @PgFunction(oid = 991)
    public static double point_distance(Point a, Point b) {
        return Fuzzy.hypot(float8mi(a.x(), b.x()), float8mi(a.y(), b.y()));
    }

    @PgFunction(oid = 992)
    public static double point_slope(Point a, Point b) {
        if (Fuzzy.eq(a.x(), b.x())) {
            return Double.POSITIVE_INFINITY;
        }
        return Fuzzy.eq(a.y(), b.y()) ? 0 : float8div(float8mi(a.y(), b.y()), float8mi(a.x(), b.x()));
    }

    /// The slope of a perpendicular.
    static double inverseSlope(Point a, Point b) {
        if (Fuzzy.eq(a.x(), b.x())) {
            return 0;
        }
        return Fuzzy.eq(a.y(), b.y())
                ? Double.POSITIVE_INFINITY
                : float8div(float8mi(a.x(), b.x()), float8mi(b.y(), a.y()));
    }

    static Point middle(Point a, Point b) {
        return new Point(float8div(float8pl(a.x(), b.x()), 2.0), float8div(float8pl(a.y(), b.y()), 2.0));
    }

    @PgFunction(oid = 1441)
    public static Point point_add(Point a, Point b) {
        return new Point(float8pl(a.x(), b.x()), float8pl(a.y(), b.y()));
    }

    @PgFunction(oid = 1442)
    public static Point point_sub(Point a, Point b) {
        return new Point(float8mi(a.x(), b.x()), float8mi(a.y(), b.y()));
    }

    /// As complex numbers.
    @PgFunction(oid = 1443)
    public static Point point_mul(Point a, Point b) {
        return new Point(
                float8mi(float8mul(a.x(), b.x()), float8mul(a.y(), b.y())),
                float8pl(float8mul(a.x(), b.y()), float8mul(a.y(), b.x())));
    }

    @PgFunction(oid = 1444)
    public static Point point_div(Point a, Point b) {
        double divisor = float8pl(float8mul(b.x(), b.x()), float8mul(b.y(), b.y()));
        return new Point(
                float8div(float8pl(float8mul(a.x(), b.x()), float8mul(a.y(), b.y())), divisor),
                float8div(float8mi(float8mul(a.y(), b.x()), float8mul(a.x(), b.y())), divisor));
    }
}
