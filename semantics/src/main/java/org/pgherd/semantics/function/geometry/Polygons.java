package org.pgherd.semantics.function.geometry;

import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mi;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mul;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Box;
import org.pgherd.semantics.value.Lseg;
import org.pgherd.semantics.value.Path;
import org.pgherd.semantics.value.Point;
import org.pgherd.semantics.value.Polygon;

/// Polygons: position, overlap, distance (geo_ops.c).
public final class Polygons {
    private static final int ON_EDGE = Integer.MAX_VALUE;

    private Polygons() {}

    public static Polygon of(Point[] points) {
        double lowX = points[0].x();
        double highX = lowX;
        double lowY = points[0].y();
        double highY = lowY;
        for (Point p : points) {
            lowX = Fuzzy.exactLt(p.x(), lowX) ? p.x() : lowX;
            highX = Fuzzy.exactLt(highX, p.x()) ? p.x() : highX;
            lowY = Fuzzy.exactLt(p.y(), lowY) ? p.y() : lowY;
            highY = Fuzzy.exactLt(highY, p.y()) ? p.y() : highY;
        }
        return new Polygon(points, new Box(new Point(highX, highY), new Point(lowX, lowY)));
    }

    @PgFunction(oid = 341)
    public static boolean poly_left(Polygon a, Polygon b) {
        return a.bounds().high().x() < b.bounds().low().x();
    }

    @PgFunction(oid = 342)
    public static boolean poly_overleft(Polygon a, Polygon b) {
        return a.bounds().high().x() <= b.bounds().high().x();
    }

    @PgFunction(oid = 344)
    public static boolean poly_right(Polygon a, Polygon b) {
        return a.bounds().low().x() > b.bounds().high().x();
    }

    @PgFunction(oid = 343)
    public static boolean poly_overright(Polygon a, Polygon b) {
        return a.bounds().low().x() >= b.bounds().low().x();
    }

    @PgFunction(oid = 2566)
    public static boolean poly_below(Polygon a, Polygon b) {
        return a.bounds().high().y() < b.bounds().low().y();
    }

    @PgFunction(oid = 2567)
    public static boolean poly_overbelow(Polygon a, Polygon b) {
        return a.bounds().high().y() <= b.bounds().high().y();
    }

    @PgFunction(oid = 2569)
    public static boolean poly_above(Polygon a, Polygon b) {
        return a.bounds().low().y() > b.bounds().high().y();
    }

    @PgFunction(oid = 2568)
    public static boolean poly_overabove(Polygon a, Polygon b) {
        return a.bounds().low().y() >= b.bounds().low().y();
    }

    /// The same corners, from any of them on and either way round.
    @PgFunction(oid = 339)
    public static boolean poly_same(Polygon a, Polygon b) {
        int n = a.points().length;
        if (n != b.points().length) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (matches(a.points(), b.points(), i, 1) || matches(a.points(), b.points(), i, n - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Point[] a, Point[] b, int start, int step) {
        int j = start;
        for (Point p : a) {
            if (!Points.point_eq(b[j], p)) {
                return false;
            }
            j = (j + step) % a.length;
        }
        return true;
    }

    @PgFunction(oid = 346)
    public static boolean poly_overlap(Polygon a, Polygon b) {
        if (!Boxes.box_overlap(a.bounds(), b.bounds())) {
            return false;
        }
        for (Lseg x : edges(a)) {
            for (Lseg y : edges(b)) {
                if (Segments.lseg_interpt(x, y) != null) {
                    return true;
                }
            }
        }
        return inside(a.points()[0], b.points()) || inside(b.points()[0], a.points());
    }

    /// The edges, the one that ends in the first corner first.
    private static Lseg[] edges(Polygon a) {
        Point[] points = a.points();
        Lseg[] edges = new Lseg[points.length];
        for (int i = 0; i < points.length; i++) {
            edges[i] = new Lseg(points[i > 0 ? i - 1 : points.length - 1], points[i]);
        }
        return edges;
    }

    @PgFunction(oid = 340)
    public static boolean poly_contain(Polygon a, Polygon b) {
        return PolygonContainment.contains(a, b);
    }

    @PgFunction(oid = 345)
    public static boolean poly_contained(Polygon a, Polygon b) {
        return PolygonContainment.contains(b, a);
    }

    @PgFunction(oid = 1428)
    public static boolean poly_contain_pt(Polygon a, Point p) {
        return inside(p, a.points());
    }

    @PgFunction(oid = 1429)
    public static boolean pt_contained_poly(Point p, Polygon a) {
        return inside(p, a.points());
    }

    @PgFunction(oid = 729)
    public static double poly_distance(Polygon a, Polygon b) {
        if (poly_overlap(a, b)) {
            return 0;
        }
        double least = 0;
        boolean found = false;
        for (Lseg x : edges(a)) {
            for (Lseg y : edges(b)) {
                double distance = Segments.lseg_distance(x, y);
                if (!found || Fuzzy.exactLt(distance, least)) {
                    least = distance;
                    found = true;
                }
            }
        }
        return least;
    }

    @PgFunction(oid = 3275)
    public static double dist_ppoly(Point p, Polygon a) {
        Point[] points = a.points();
        if (inside(p, points)) {
            return 0;
        }
        double least = Segments.dist_ps(p, new Lseg(points[0], points[points.length - 1]));
        for (int i = 0; i + 1 < points.length; i++) {
            double distance = Segments.dist_ps(p, new Lseg(points[i], points[i + 1]));
            least = Fuzzy.exactLt(distance, least) ? distance : least;
        }
        return least;
    }

    @PgFunction(oid = 3292)
    public static double dist_polyp(Polygon a, Point p) {
        return dist_ppoly(p, a);
    }

    @PgFunction(oid = {1445, 1556})
    public static int poly_npoints(Polygon a) {
        return a.points().length;
    }

    @PgFunction(oid = {227, 1540})
    public static Point poly_center(Polygon a) {
        return Circles.poly_circle(a).center();
    }

    @PgFunction(oid = 1446)
    public static Box poly_box(Polygon a) {
        return a.bounds();
    }

    @PgFunction(oid = 1448)
    public static Polygon box_poly(Box a) {
        Point[] points = {
            a.low(),
            new Point(a.low().x(), a.high().y()),
            a.high(),
            new Point(a.high().x(), a.low().y())
        };
        return new Polygon(points, Boxes.points_box(a.high(), a.low()));
    }

    @PgFunction(oid = 1447)
    public static Path poly_path(Polygon a) {
        return new Path(true, a.points());
    }

    /// Whether a point is within or on the edge, by counting how often a ray crosses edges (point_inside).
    static boolean inside(Point p, Point[] corners) {
        double firstX = float8mi(corners[0].x(), p.x());
        double firstY = float8mi(corners[0].y(), p.y());
        double previousX = firstX;
        double previousY = firstY;
        int crossings = 0;
        for (int i = 1; i <= corners.length; i++) {
            double x = i == corners.length ? firstX : float8mi(corners[i].x(), p.x());
            double y = i == corners.length ? firstY : float8mi(corners[i].y(), p.y());
            int crossing = crossing(x, y, previousX, previousY);
            if (crossing == ON_EDGE) {
                return true;
            }
            crossings += crossing;
            previousX = x;
            previousY = y;
        }
        return crossings != 0;
    }

    /// How an edge crosses the positive x axis: 2 or -2, 1 or -1 if it only touches it (lseg_crossing).
    private static int crossing(double x, double y, double previousX, double previousY) {
        if (Fuzzy.zero(y)) {
            if (Fuzzy.zero(x)) {
                return ON_EDGE;
            }
            if (Fuzzy.gt(x, 0)) {
                if (Fuzzy.zero(previousY)) {
                    return Fuzzy.gt(previousX, 0) ? 0 : ON_EDGE;
                }
                return Fuzzy.lt(previousY, 0) ? 1 : -1;
            }
            return !Fuzzy.zero(previousY) || Fuzzy.lt(previousX, 0) ? 0 : ON_EDGE;
        }
        int sign = Fuzzy.gt(y, 0) ? 1 : -1;
        if (Fuzzy.zero(previousY)) {
            return Fuzzy.lt(previousX, 0) ? 0 : sign;
        }
        if (sign < 0 && Fuzzy.lt(previousY, 0) || sign > 0 && Fuzzy.gt(previousY, 0)) {
            return 0;
        }
        if (Fuzzy.ge(x, 0) && Fuzzy.gt(previousX, 0)) {
            return 2 * sign;
        }
        if (Fuzzy.lt(x, 0) && Fuzzy.le(previousX, 0)) {
            return 0;
        }
        double z = float8mi(float8mul(float8mi(x, previousX), y), float8mul(float8mi(y, previousY), x));
        if (Fuzzy.zero(z)) {
            return ON_EDGE;
        }
        return sign < 0 && Fuzzy.lt(z, 0) || sign > 0 && Fuzzy.gt(z, 0) ? 0 : 2 * sign;
    }
}
