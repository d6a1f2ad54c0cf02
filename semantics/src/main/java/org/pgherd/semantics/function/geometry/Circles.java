package org.pgherd.semantics.function.geometry;

import static org.pgherd.semantics.function.floating.FloatArithmetic.float8div;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mi;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mul;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8pl;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.floating.Trigonometry;
import org.pgherd.semantics.value.Box;
import org.pgherd.semantics.value.Circle;
import org.pgherd.semantics.value.Point;
import org.pgherd.semantics.value.Polygon;

/// Circles: position, containment, distance (geo_ops.c).
public final class Circles {
    /// As many as a value of 2 GB would hold.
    private static final int MAX_POINTS = (Integer.MAX_VALUE - 40) / 16;

    private Circles() {}

    private static double centers(Circle a, Circle b) {
        return Points.point_distance(a.center(), b.center());
    }

    private static double left(Circle a) {
        return float8mi(a.center().x(), a.radius());
    }

    private static double right(Circle a) {
        return float8pl(a.center().x(), a.radius());
    }

    private static double bottom(Circle a) {
        return float8mi(a.center().y(), a.radius());
    }

    private static double top(Circle a) {
        return float8pl(a.center().y(), a.radius());
    }

    private static double positive(double distance) {
        return distance < 0 ? 0 : distance;
    }

    @PgFunction(oid = 1452)
    public static boolean circle_same(Circle a, Circle b) {
        return (Double.isNaN(a.radius()) && Double.isNaN(b.radius()) || Fuzzy.eq(a.radius(), b.radius()))
                && Points.point_eq(a.center(), b.center());
    }

    @PgFunction(oid = 1459)
    public static boolean circle_overlap(Circle a, Circle b) {
        return Fuzzy.le(centers(a, b), float8pl(a.radius(), b.radius()));
    }

    @PgFunction(oid = 1455)
    public static boolean circle_overleft(Circle a, Circle b) {
        return Fuzzy.le(right(a), right(b));
    }

    @PgFunction(oid = 1454)
    public static boolean circle_left(Circle a, Circle b) {
        return Fuzzy.lt(right(a), left(b));
    }

    @PgFunction(oid = 1457)
    public static boolean circle_right(Circle a, Circle b) {
        return Fuzzy.gt(left(a), right(b));
    }

    @PgFunction(oid = 1456)
    public static boolean circle_overright(Circle a, Circle b) {
        return Fuzzy.ge(left(a), left(b));
    }

    @PgFunction(oid = 1460)
    public static boolean circle_below(Circle a, Circle b) {
        return Fuzzy.lt(top(a), bottom(b));
    }

    @PgFunction(oid = 1461)
    public static boolean circle_above(Circle a, Circle b) {
        return Fuzzy.gt(bottom(a), top(b));
    }

    @PgFunction(oid = 2587)
    public static boolean circle_overbelow(Circle a, Circle b) {
        return Fuzzy.le(top(a), top(b));
    }

    @PgFunction(oid = 2588)
    public static boolean circle_overabove(Circle a, Circle b) {
        return Fuzzy.ge(bottom(a), bottom(b));
    }

    @PgFunction(oid = 1458)
    public static boolean circle_contained(Circle a, Circle b) {
        return Fuzzy.le(centers(a, b), float8mi(b.radius(), a.radius()));
    }

    @PgFunction(oid = 1453)
    public static boolean circle_contain(Circle a, Circle b) {
        return Fuzzy.le(centers(a, b), float8mi(a.radius(), b.radius()));
    }

    @PgFunction(oid = 1462)
    public static boolean circle_eq(Circle a, Circle b) {
        return Fuzzy.eq(circle_area(a), circle_area(b));
    }

    @PgFunction(oid = 1464)
    public static boolean circle_lt(Circle a, Circle b) {
        return Fuzzy.lt(circle_area(a), circle_area(b));
    }

    @PgFunction(oid = 1465)
    public static boolean circle_gt(Circle a, Circle b) {
        return Fuzzy.gt(circle_area(a), circle_area(b));
    }

    @PgFunction(oid = 1466)
    public static boolean circle_le(Circle a, Circle b) {
        return Fuzzy.le(circle_area(a), circle_area(b));
    }

    @PgFunction(oid = 1467)
    public static boolean circle_ge(Circle a, Circle b) {
        return Fuzzy.ge(circle_area(a), circle_area(b));
    }

    @PgFunction(oid = 1463)
    public static boolean circle_ne(Circle a, Circle b) {
        return Fuzzy.ne(circle_area(a), circle_area(b));
    }

    @PgFunction(oid = 1146)
    public static Circle circle_add_pt(Circle a, Point p) {
        return new Circle(Points.point_add(a.center(), p), a.radius());
    }

    @PgFunction(oid = 1147)
    public static Circle circle_sub_pt(Circle a, Point p) {
        return new Circle(Points.point_sub(a.center(), p), a.radius());
    }

    @PgFunction(oid = 1148)
    public static Circle circle_mul_pt(Circle a, Point p) {
        Point center = Points.point_mul(a.center(), p);
        return new Circle(center, float8mul(a.radius(), Fuzzy.hypot(p.x(), p.y())));
    }

    @PgFunction(oid = 1149)
    public static Circle circle_div_pt(Circle a, Point p) {
        Point center = Points.point_div(a.center(), p);
        return new Circle(center, float8div(a.radius(), Fuzzy.hypot(p.x(), p.y())));
    }

    @PgFunction(oid = 1468)
    public static double circle_area(Circle a) {
        return float8mul(float8mul(a.radius(), a.radius()), Math.PI);
    }

    @PgFunction(oid = 1469)
    public static double circle_diameter(Circle a) {
        return float8mul(a.radius(), 2.0);
    }

    @PgFunction(oid = 1470)
    public static double circle_radius(Circle a) {
        return a.radius();
    }

    @PgFunction(oid = 1471)
    public static double circle_distance(Circle a, Circle b) {
        return positive(float8mi(centers(a, b), float8pl(a.radius(), b.radius())));
    }

    @PgFunction(oid = 1477)
    public static boolean circle_contain_pt(Circle a, Point p) {
        return Points.point_distance(a.center(), p) <= a.radius();
    }

    @PgFunction(oid = 1478)
    public static boolean pt_contained_circle(Point p, Circle a) {
        return circle_contain_pt(a, p);
    }

    @PgFunction(oid = 1476)
    public static double dist_pc(Point p, Circle a) {
        return positive(float8mi(Points.point_distance(p, a.center()), a.radius()));
    }

    @PgFunction(oid = 3290)
    public static double dist_cpoint(Circle a, Point p) {
        return dist_pc(p, a);
    }

    @PgFunction(oid = 728)
    public static double dist_cpoly(Circle a, Polygon b) {
        return positive(float8mi(Polygons.dist_ppoly(a.center(), b), a.radius()));
    }

    @PgFunction(oid = 785)
    public static double dist_polyc(Polygon b, Circle a) {
        return dist_cpoly(a, b);
    }

    @PgFunction(oid = {1416, 1472, 1543})
    public static Point circle_center(Circle a) {
        return a.center();
    }

    @PgFunction(oid = 1473)
    public static Circle cr_circle(Point center, double radius) {
        return new Circle(center, radius);
    }

    /// The box within the circle.
    @PgFunction(oid = 1480)
    public static Box circle_box(Circle a) {
        double delta = float8div(a.radius(), Math.sqrt(2.0));
        double highX = float8pl(a.center().x(), delta);
        double lowX = float8mi(a.center().x(), delta);
        return new Box(
                new Point(highX, float8pl(a.center().y(), delta)),
                new Point(lowX, float8mi(a.center().y(), delta)));
    }

    @PgFunction(oid = 1479)
    public static Circle box_circle(Box a) {
        Point center = Boxes.box_center(a);
        return new Circle(center, Points.point_distance(center, a.high()));
    }

    @PgFunction(oid = 1475)
    public static Polygon circle_poly(int count, Circle a) {
        if (Fuzzy.zero(a.radius())) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "cannot convert circle with radius zero to polygon");
        }
        if (count < 2) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "must request at least 2 points");
        }
        if (count >= MAX_POINTS) {
            throw new SqlException(SqlState.PROGRAM_LIMIT_EXCEEDED, "too many points requested");
        }
        Point[] points = new Point[count];
        double step = float8div(2.0 * Math.PI, count);
        for (int i = 0; i < count; i++) {
            double angle = float8mul(step, i);
            points[i] = new Point(
                    float8mi(a.center().x(), float8mul(a.radius(), Trigonometry.dcos(angle))),
                    float8pl(a.center().y(), float8mul(a.radius(), Trigonometry.dsin(angle))));
        }
        return Polygons.of(points);
    }

    /// Around the mean of the corners, with their mean distance.
    @PgFunction(oid = 1474)
    public static Circle poly_circle(Polygon a) {
        int n = a.points().length;
        Point sum = new Point(0, 0);
        for (Point p : a.points()) {
            sum = Points.point_add(sum, p);
        }
        Point center = new Point(float8div(sum.x(), n), float8div(sum.y(), n));
        double radius = 0;
        for (Point p : a.points()) {
            radius = float8pl(radius, Points.point_distance(p, center));
        }
        return new Circle(center, float8div(radius, n));
    }
}
