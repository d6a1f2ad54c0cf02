package org.pgherd.semantics.function.geometry;

import org.pgherd.semantics.function.floating.FloatRange;

/// Comparison of coordinates (geo_decls.h): what differs by no more than 1e-6 is the same. And the order of float8
/// in which NaN comes last.
final class Fuzzy {
    private static final double EPSILON = 1.0E-06;

    private Fuzzy() {}

    static boolean zero(double a) {
        return Math.abs(a) <= EPSILON;
    }

    static boolean eq(double a, double b) {
        return a == b || Math.abs(a - b) <= EPSILON;
    }

    static boolean ne(double a, double b) {
        return a != b && Math.abs(a - b) > EPSILON;
    }

    static boolean lt(double a, double b) {
        return a + EPSILON < b;
    }

    static boolean le(double a, double b) {
        return a <= b + EPSILON;
    }

    static boolean gt(double a, double b) {
        return a > b + EPSILON;
    }

    static boolean ge(double a, double b) {
        return a + EPSILON >= b;
    }

    static boolean exactEq(double a, double b) {
        return a == b || Double.isNaN(a) && Double.isNaN(b);
    }

    static boolean exactLt(double a, double b) {
        return !Double.isNaN(a) && (Double.isNaN(b) || a < b);
    }

    static double min(double a, double b) {
        return exactLt(a, b) ? a : b;
    }

    static double max(double a, double b) {
        return exactLt(b, a) ? a : b;
    }

    /// geo_ops.c:pg_hypot.
    static double hypot(double x, double y) {
        if (Double.isInfinite(x) || Double.isInfinite(y)) {
            return Double.POSITIVE_INFINITY;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        double longer = Math.max(Math.abs(x), Math.abs(y));
        double shorter = Math.min(Math.abs(x), Math.abs(y));
        if (shorter == 0) {
            return longer;
        }
        double ratio = shorter / longer;
        double result = longer * Math.sqrt(1.0 + ratio * ratio);
        if (Double.isInfinite(result)) {
            throw FloatRange.overflow();
        }
        return result;
    }
}
