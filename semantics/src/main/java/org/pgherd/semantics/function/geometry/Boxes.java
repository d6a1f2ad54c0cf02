package org.pgherd.semantics.function.geometry;

import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mi;
import static org.pgherd.semantics.function.floating.FloatArithmetic.float8mul;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Box;
import org.pgherd.semantics.value.Lseg;
import org.pgherd.semantics.value.Point;

/// Boxes: position, containment, arithmetic (geo_ops.c).
public final class Boxes {
    private Boxes() {}

    /// A box from its corners, exchanged where they are the wrong way round.
    public static Box ordered(Point high, Point low) {
        boolean x = Fuzzy.exactLt(high.x(), low.x());
        boolean y = Fuzzy.exactLt(high.y(), low.y());
        return new Box(
                new Point(x ? low.x() : high.x(), y ? low.y() : high.y()),
                new Point(x ? high.x() : low.x(), y ? high.y() : low.y()));
    }

    @PgFunction(oid = 1421)
    public static Box points_box(Point a, Point b) {
        boolean x = Fuzzy.exactLt(b.x(), a.x());
        boolean y = Fuzzy.exactLt(b.y(), a.y());
        return new Box(
                new Point(x ? a.x() : b.x(), y ? a.y() : b.y()), new Point(x ? b.x() : a.x(), y ? b.y() : a.y()));
    }

    static double area(Box a) {
        return float8mul(box_width(a), box_height(a));
    }

    static boolean containsBox(Box a, Box b) {
        return Fuzzy.ge(a.high().x(), b.high().x())
                && Fuzzy.le(a.low().x(), b.low().x())
                && Fuzzy.ge(a.high().y(), b.high().y())
                && Fuzzy.le(a.low().y(), b.low().y());
    }

    static boolean containsPoint(Box box, Point p) {
        return box.high().x() >= p.x()
                && box.low().x() <= p.x()
                && box.high().y() >= p.y()
                && box.low().y() <= p.y();
    }

    /// Its sides, in the order in which geo_ops.c tries them.
    static Lseg[] sides(Box box) {
        Point upperLeft = new Point(box.low().x(), box.high().y());
        Point lowerRight = new Point(box.high().x(), box.low().y());
        return new Lseg[] {
            new Lseg(box.low(), upperLeft),
            new Lseg(box.high(), upperLeft),
            new Lseg(box.low(), lowerRight),
            new Lseg(box.high(), lowerRight)
        };
    }

    @PgFunction(oid = 186)
    public static boolean box_same(Box a, Box b) {
        return Points.point_eq(a.high(), b.high()) && Points.point_eq(a.low(), b.low());
    }

    @PgFunction(oid = 125)
    public static boolean box_overlap(Box a, Box b) {
        return Fuzzy.le(a.low().x(), b.high().x())
                && Fuzzy.le(b.low().x(), a.high().x())
                && Fuzzy.le(a.low().y(), b.high().y())
                && Fuzzy.le(b.low().y(), a.high().y());
    }

    @PgFunction(oid = 188)
    public static boolean box_left(Box a, Box b) {
        return Fuzzy.lt(a.high().x(), b.low().x());
    }

    @PgFunction(oid = 189)
    public static boolean box_overleft(Box a, Box b) {
        return Fuzzy.le(a.high().x(), b.high().x());
    }

    @PgFunction(oid = 191)
    public static boolean box_right(Box a, Box b) {
        return Fuzzy.gt(a.low().x(), b.high().x());
    }

    @PgFunction(oid = 190)
    public static boolean box_overright(Box a, Box b) {
        return Fuzzy.ge(a.low().x(), b.low().x());
    }

    @PgFunction(oid = 2562)
    public static boolean box_below(Box a, Box b) {
        return Fuzzy.lt(a.high().y(), b.low().y());
    }

    @PgFunction(oid = 2563)
    public static boolean box_overbelow(Box a, Box b) {
        return Fuzzy.le(a.high().y(), b.high().y());
    }

    @PgFunction(oid = 2565)
    public static boolean box_above(Box a, Box b) {
        return Fuzzy.gt(a.low().y(), b.high().y());
    }

    @PgFunction(oid = 2564)
    public static boolean box_overabove(Box a, Box b) {
        return Fuzzy.ge(a.low().y(), b.low().y());
    }

    @PgFunction(oid = 116)
    public static boolean box_below_eq(Box a, Box b) {
        return Fuzzy.le(a.high().y(), b.low().y());
    }

    @PgFunction(oid = 115)
    public static boolean box_above_eq(Box a, Box b) {
        return Fuzzy.ge(a.low().y(), b.high().y());
    }

    @PgFunction(oid = 192)
    public static boolean box_contained(Box a, Box b) {
        return containsBox(b, a);
    }

    @PgFunction(oid = 187)
    public static boolean box_contain(Box a, Box b) {
        return containsBox(a, b);
    }

    @PgFunction(oid = 129)
    public static boolean box_lt(Box a, Box b) {
        return Fuzzy.lt(area(a), area(b));
    }

    @PgFunction(oid = 127)
    public static boolean box_gt(Box a, Box b) {
        return Fuzzy.gt(area(a), area(b));
    }

    @PgFunction(oid = 128)
    public static boolean box_eq(Box a, Box b) {
        return Fuzzy.eq(area(a), area(b));
    }

    @PgFunction(oid = 130)
    public static boolean box_le(Box a, Box b) {
        return Fuzzy.le(area(a), area(b));
    }

    @PgFunction(oid = 126)
    public static boolean box_ge(Box a, Box b) {
        return Fuzzy.ge(area(a), area(b));
    }

    @PgFunction(oid = 975)
    public static double box_area(Box a) {
        return area(a);
    }

    @PgFunction(oid = 976)
    public static double box_width(Box a) {
        return float8mi(a.high().x(), a.low().x());
    }

    @PgFunction(oid = 977)
    public static double box_height(Box a) {
        return float8mi(a.high().y(), a.low().y());
    }

    @PgFunction(oid = 978)
    public static double box_distance(Box a, Box b) {
        return Points.point_distance(box_center(a), box_center(b));
    }

    @PgFunction(oid = {138, 1542, 1534})
    public static Point box_center(Box a) {
        return Points.middle(a.high(), a.low());
    }

    @PgFunction(oid = 980)
    public static @Nullable Box box_intersect(Box a, Box b) {
        if (!box_overlap(a, b)) {
            return null;
        }
        return new Box(
                new Point(
                        Fuzzy.min(a.high().x(), b.high().x()),
                        Fuzzy.min(a.high().y(), b.high().y())),
                new Point(
                        Fuzzy.max(a.low().x(), b.low().x()),
                        Fuzzy.max(a.low().y(), b.low().y())));
    }

    @PgFunction(oid = 4067)
    public static Box boxes_bound_box(Box a, Box b) {
        return new Box(
                new Point(
                        Fuzzy.max(a.high().x(), b.high().x()),
                        Fuzzy.max(a.high().y(), b.high().y())),
                new Point(
                        Fuzzy.min(a.low().x(), b.low().x()),
                        Fuzzy.min(a.low().y(), b.low().y())));
    }

    @PgFunction(oid = {981, 1541})
    public static Lseg box_diagonal(Box a) {
        return new Lseg(a.high(), a.low());
    }

    @PgFunction(oid = 193)
    public static boolean box_contain_pt(Box a, Point p) {
        return containsPoint(a, p);
    }

    @PgFunction(oid = 136)
    public static boolean on_pb(Point p, Box a) {
        return containsPoint(a, p);
    }

    @PgFunction(oid = 1422)
    public static Box box_add(Box a, Point p) {
        return new Box(Points.point_add(a.high(), p), Points.point_add(a.low(), p));
    }

    @PgFunction(oid = 1423)
    public static Box box_sub(Box a, Point p) {
        return new Box(Points.point_sub(a.high(), p), Points.point_sub(a.low(), p));
    }

    @PgFunction(oid = 1424)
    public static Box box_mul(Box a, Point p) {
        return points_box(Points.point_mul(a.high(), p), Points.point_mul(a.low(), p));
    }

    @PgFunction(oid = 1425)
    public static Box box_div(Box a, Point p) {
        return points_box(Points.point_div(a.high(), p), Points.point_div(a.low(), p));
    }

    @PgFunction(oid = 4091)
    public static Box point_box(Point p) {
        return new Box(p, p);
    }
}
