package org.pgherd.semantics.function.geometry;

import static org.pgherd.semantics.function.floating.FloatArithmetic.float8div;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mi;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mul;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8pl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Box;
import org.pgherd.semantics.value.Lseg;
import org.pgherd.semantics.value.Path;
import org.pgherd.semantics.value.Point;
import org.pgherd.semantics.value.Polygon;

/// Paths: length, area, crossings, distances (geo_ops.c).
public final class Paths {
    private Paths() {}

    @PgFunction(oid = 982)
    public static boolean path_n_lt(Path a, Path b) {
        return a.points().length < b.points().length;
    }

    @PgFunction(oid = 983)
    public static boolean path_n_gt(Path a, Path b) {
        return a.points().length > b.points().length;
    }

    @PgFunction(oid = 984)
    public static boolean path_n_eq(Path a, Path b) {
        return a.points().length == b.points().length;
    }

    @PgFunction(oid = 985)
    public static boolean path_n_le(Path a, Path b) {
        return a.points().length <= b.points().length;
    }

    @PgFunction(oid = 986)
    public static boolean path_n_ge(Path a, Path b) {
        return a.points().length >= b.points().length;
    }

    @PgFunction(oid = 1430)
    public static boolean path_isclosed(Path a) {
        return a.closed();
    }

    @PgFunction(oid = 1431)
    public static boolean path_isopen(Path a) {
        return !a.closed();
    }

    @PgFunction(oid = {1432, 1545})
    public static int path_npoints(Path a) {
        return a.points().length;
    }

    @PgFunction(oid = 1433)
    public static Path path_close(Path a) {
        return new Path(true, a.points());
    }

    @PgFunction(oid = 1434)
    public static Path path_open(Path a) {
        return new Path(false, a.points());
    }

    /// The segments, the closing one first.
    private static List<Lseg> segments(Path a) {
        Point[] points = a.points();
        List<Lseg> segments = new ArrayList<>(points.length);
        for (int i = a.closed() ? 0 : 1; i < points.length; i++) {
            segments.add(new Lseg(points[i > 0 ? i - 1 : points.length - 1], points[i]));
        }
        return segments;
    }

    @PgFunction(oid = 979)
    public static @Nullable Double path_area(Path a) {
        if (!a.closed()) {
            return null;
        }
        Point[] points = a.points();
        double area = 0;
        for (int i = 0; i < points.length; i++) {
            Point next = points[(i + 1) % points.length];
            area = float8pl(area, float8mul(points[i].x(), next.y()));
            area = float8mi(area, float8mul(points[i].y(), next.x()));
        }
        return float8div(Math.abs(area), 2.0);
    }

    @PgFunction(oid = {987, 1531})
    public static double path_length(Path a) {
        double length = 0;
        for (Lseg segment : segments(a)) {
            length = float8pl(length, Segments.lseg_length(segment));
        }
        return length;
    }

    private static Box around(Path a) {
        Point first = a.points()[0];
        Box box = new Box(first, first);
        for (Point p : a.points()) {
            box = new Box(
                    new Point(
                            Fuzzy.max(p.x(), box.high().x()),
                            Fuzzy.max(p.y(), box.high().y())),
                    new Point(
                            Fuzzy.min(p.x(), box.low().x()),
                            Fuzzy.min(p.y(), box.low().y())));
        }
        return box;
    }

    @PgFunction(oid = 973)
    public static boolean path_inter(Path a, Path b) {
        if (!Boxes.box_overlap(around(a), around(b))) {
            return false;
        }
        for (Lseg x : segments(a)) {
            for (Lseg y : segments(b)) {
                if (Segments.lseg_interpt(x, y) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    @PgFunction(oid = 370)
    public static @Nullable Double path_distance(Path a, Path b) {
        Double least = null;
        for (Lseg x : segments(a)) {
            for (Lseg y : segments(b)) {
                double distance = Segments.lseg_distance(x, y);
                if (least == null || Fuzzy.exactLt(distance, least)) {
                    least = distance;
                }
            }
        }
        return least;
    }

    @PgFunction(oid = 371)
    public static double dist_ppath(Point p, Path a) {
        double least = 0;
        boolean found = false;
        for (Lseg segment : segments(a)) {
            double distance = Segments.dist_ps(p, segment);
            if (!found || Fuzzy.exactLt(distance, least)) {
                least = distance;
                found = true;
            }
        }
        return least;
    }

    @PgFunction(oid = 421)
    public static double dist_pathp(Path a, Point p) {
        return dist_ppath(p, a);
    }

    @PgFunction(oid = 137)
    public static boolean on_ppath(Point p, Path a) {
        Point[] points = a.points();
        if (a.closed()) {
            return Polygons.inside(p, points);
        }
        double before = Points.point_distance(p, points[0]);
        for (int i = 0; i + 1 < points.length; i++) {
            double behind = Points.point_distance(p, points[i + 1]);
            if (Fuzzy.eq(float8pl(before, behind), Points.point_distance(points[i], points[i + 1]))) {
                return true;
            }
            before = behind;
        }
        return false;
    }

    /// Null if one of them is closed.
    @PgFunction(oid = 1435)
    public static @Nullable Path path_add(Path a, Path b) {
        if (a.closed() || b.closed()) {
            return null;
        }
        Point[] points = Arrays.copyOf(a.points(), a.points().length + b.points().length);
        System.arraycopy(b.points(), 0, points, a.points().length, b.points().length);
        return new Path(false, points);
    }

    private static Path map(Path a, UnaryOperator<Point> change) {
        Point[] points = new Point[a.points().length];
        for (int i = 0; i < points.length; i++) {
            points[i] = change.apply(a.points()[i]);
        }
        return new Path(a.closed(), points);
    }

    @PgFunction(oid = 1436)
    public static Path path_add_pt(Path a, Point p) {
        return map(a, q -> Points.point_add(q, p));
    }

    @PgFunction(oid = 1437)
    public static Path path_sub_pt(Path a, Point p) {
        return map(a, q -> Points.point_sub(q, p));
    }

    @PgFunction(oid = 1438)
    public static Path path_mul_pt(Path a, Point p) {
        return map(a, q -> Points.point_mul(q, p));
    }

    @PgFunction(oid = 1439)
    public static Path path_div_pt(Path a, Point p) {
        return map(a, q -> Points.point_div(q, p));
    }

    @PgFunction(oid = 1449)
    public static Polygon path_poly(Path a) {
        if (!a.closed()) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "open path cannot be converted to polygon");
        }
        return Polygons.of(a.points());
    }
}
