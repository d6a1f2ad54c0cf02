package org.pgherd.semantics.function.geometry;

import static org.pgherd.semantics.function.floating.FloatArithmetic.float8div;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mi;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mul;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8pl;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Box;
import org.pgherd.semantics.value.Line;
import org.pgherd.semantics.value.Lseg;
import org.pgherd.semantics.value.Point;

/// Lines: where they cross, how far they are (geo_ops.c).
public final class Lines {
    private Lines() {}

    public static Line through(Point p, double slope) {
        if (Double.isInfinite(slope)) {
            return new Line(-1.0, 0.0, p.x());
        }
        if (slope == 0) {
            return new Line(0.0, -1.0, p.y());
        }
        // no minus in front of a zero
        return new Line(slope, -1.0, float8mi(p.y(), float8mul(slope, p.x())) + 0.0);
    }

    @PgFunction(oid = 1493)
    public static Line line_construct_pp(Point a, Point b) {
        if (Points.point_eq(a, b)) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE, "invalid line specification: must be two distinct points");
        }
        return through(a, Points.point_slope(a, b));
    }

    @PgFunction(oid = 1495)
    public static boolean line_intersect(Line a, Line b) {
        return line_interpt(a, b) != null;
    }

    @PgFunction(oid = {1496, 1412})
    public static boolean line_parallel(Line a, Line b) {
        return line_interpt(a, b) == null;
    }

    @PgFunction(oid = {1497, 1413})
    public static boolean line_perp(Line a, Line b) {
        if (Fuzzy.zero(a.a())) {
            return Fuzzy.zero(b.b());
        }
        if (Fuzzy.zero(b.a())) {
            return Fuzzy.zero(a.b());
        }
        if (Fuzzy.zero(a.b())) {
            return Fuzzy.zero(b.a());
        }
        if (Fuzzy.zero(b.b())) {
            return Fuzzy.zero(a.a());
        }
        return Fuzzy.eq(float8div(float8mul(a.a(), b.a()), float8mul(a.b(), b.b())), -1.0);
    }

    @PgFunction(oid = {1498, 1414})
    public static boolean line_vertical(Line a) {
        return Fuzzy.zero(a.b());
    }

    @PgFunction(oid = {1499, 1415})
    public static boolean line_horizontal(Line a) {
        return Fuzzy.zero(a.a());
    }

    private static boolean isNaN(Line a) {
        return Double.isNaN(a.a()) || Double.isNaN(a.b()) || Double.isNaN(a.c());
    }

    @PgFunction(oid = 1492)
    public static boolean line_eq(Line a, Line b) {
        if (isNaN(a) || isNaN(b)) {
            return Fuzzy.exactEq(a.a(), b.a()) && Fuzzy.exactEq(a.b(), b.b()) && Fuzzy.exactEq(a.c(), b.c());
        }
        double ratio = 1.0;
        if (!Fuzzy.zero(b.a())) {
            ratio = float8div(a.a(), b.a());
        } else if (!Fuzzy.zero(b.b())) {
            ratio = float8div(a.b(), b.b());
        } else if (!Fuzzy.zero(b.c())) {
            ratio = float8div(a.c(), b.c());
        }
        return Fuzzy.eq(a.a(), float8mul(ratio, b.a()))
                && Fuzzy.eq(a.b(), float8mul(ratio, b.b()))
                && Fuzzy.eq(a.c(), float8mul(ratio, b.c()));
    }

    static double slope(Line a) {
        if (Fuzzy.zero(a.a())) {
            return 0;
        }
        return Fuzzy.zero(a.b()) ? Double.POSITIVE_INFINITY : float8div(a.a(), -a.b());
    }

    /// The slope of a perpendicular.
    static double inverseSlope(Line a) {
        if (Fuzzy.zero(a.a())) {
            return Double.POSITIVE_INFINITY;
        }
        return Fuzzy.zero(a.b()) ? 0 : float8div(a.b(), a.a());
    }

    private static boolean usable(double x) {
        return !Fuzzy.zero(x) && !Double.isNaN(x);
    }

    @PgFunction(oid = 239)
    public static double line_distance(Line a, Line b) {
        if (line_interpt(a, b) != null) {
            return 0;
        }
        double ratio = 1.0;
        if (usable(a.a()) && usable(b.a())) {
            ratio = float8div(a.a(), b.a());
        } else if (usable(a.b()) && usable(b.b())) {
            ratio = float8div(a.b(), b.b());
        }
        return float8div(Math.abs(float8mi(a.c(), float8mul(ratio, b.c()))), Fuzzy.hypot(a.a(), a.b()));
    }

    /// Null if they are parallel.
    @PgFunction(oid = 1494)
    public static @Nullable Point line_interpt(Line a, Line b) {
        if (!Fuzzy.zero(a.b())) {
            return crossing(a, b);
        }
        return Fuzzy.zero(b.b()) ? null : crossing(b, a);
    }

    private static @Nullable Point crossing(Line a, Line b) {
        if (Fuzzy.eq(b.a(), float8mul(a.a(), float8div(b.b(), a.b())))) {
            return null;
        }
        double x = float8div(
                float8mi(float8mul(a.b(), b.c()), float8mul(b.b(), a.c())),
                float8mi(float8mul(a.a(), b.b()), float8mul(b.a(), a.b())));
        double y = float8div(-float8pl(float8mul(a.a(), x), a.c()), a.b());
        // no minus in front of a zero
        return new Point(x + 0.0, y + 0.0);
    }

    @PgFunction(oid = 959)
    public static boolean on_pl(Point p, Line a) {
        return Fuzzy.zero(float8pl(float8pl(float8mul(a.a(), p.x()), float8mul(a.b(), p.y())), a.c()));
    }

    /// Null if there is none.
    static @Nullable Point foot(Line a, Point p) {
        return line_interpt(through(p, inverseSlope(a)), a);
    }

    @PgFunction(oid = 725)
    public static double dist_pl(Point p, Line a) {
        Point foot = foot(a, p);
        return foot == null ? Double.NaN : Points.point_distance(foot, p);
    }

    @PgFunction(oid = 702)
    public static double dist_lp(Line a, Point p) {
        return dist_pl(p, a);
    }

    @PgFunction(oid = 961)
    public static @Nullable Point close_pl(Point p, Line a) {
        Point foot = foot(a, p);
        return foot == null || Double.isNaN(Points.point_distance(foot, p)) ? null : foot;
    }

    @PgFunction(oid = 278)
    public static boolean inter_lb(Line a, Box box) {
        Point low = box.low();
        Point high = box.high();
        Point upperLeft = new Point(low.x(), high.y());
        Point lowerRight = new Point(high.x(), low.y());
        return Segments.crossing(new Lseg(low, upperLeft), a) != null
                || Segments.crossing(new Lseg(high, upperLeft), a) != null
                || Segments.crossing(new Lseg(high, lowerRight), a) != null
                || Segments.crossing(new Lseg(low, lowerRight), a) != null;
    }
}
