package org.pgherd.semantics.function.geometry;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Box;
import org.pgherd.semantics.value.Line;
import org.pgherd.semantics.value.Lseg;
import org.pgherd.semantics.value.Point;

/// Line segments: where they cross, which of their points is closest (geo_ops.c).
public final class Segments {
    private Segments() {}

    @PgFunction(oid = 993)
    public static Lseg lseg_construct(Point a, Point b) {
        return new Lseg(a, b);
    }

    static double slope(Lseg a) {
        return Points.point_slope(a.start(), a.end());
    }

    private static Line line(Lseg a) {
        return Lines.through(a.start(), slope(a));
    }

    @PgFunction(oid = {1530, 1487})
    public static double lseg_length(Lseg a) {
        return Points.point_distance(a.start(), a.end());
    }

    @PgFunction(oid = {225, 1532})
    public static Point lseg_center(Lseg a) {
        return Points.middle(a.start(), a.end());
    }

    @PgFunction(oid = 994)
    public static boolean lseg_intersect(Lseg a, Lseg b) {
        return lseg_interpt(a, b) != null;
    }

    @PgFunction(oid = {995, 1408})
    public static boolean lseg_parallel(Lseg a, Lseg b) {
        return Fuzzy.eq(slope(a), slope(b));
    }

    @PgFunction(oid = {996, 1409})
    public static boolean lseg_perp(Lseg a, Lseg b) {
        return Fuzzy.eq(slope(a), Points.inverseSlope(b.start(), b.end()));
    }

    @PgFunction(oid = {997, 1410})
    public static boolean lseg_vertical(Lseg a) {
        return Fuzzy.eq(a.start().x(), a.end().x());
    }

    @PgFunction(oid = {998, 1411})
    public static boolean lseg_horizontal(Lseg a) {
        return Fuzzy.eq(a.start().y(), a.end().y());
    }

    @PgFunction(oid = 999)
    public static boolean lseg_eq(Lseg a, Lseg b) {
        return Points.point_eq(a.start(), b.start()) && Points.point_eq(a.end(), b.end());
    }

    @PgFunction(oid = 1482)
    public static boolean lseg_ne(Lseg a, Lseg b) {
        return !lseg_eq(a, b);
    }

    @PgFunction(oid = 1483)
    public static boolean lseg_lt(Lseg a, Lseg b) {
        return Fuzzy.lt(lseg_length(a), lseg_length(b));
    }

    @PgFunction(oid = 1484)
    public static boolean lseg_le(Lseg a, Lseg b) {
        return Fuzzy.le(lseg_length(a), lseg_length(b));
    }

    @PgFunction(oid = 1485)
    public static boolean lseg_gt(Lseg a, Lseg b) {
        return Fuzzy.gt(lseg_length(a), lseg_length(b));
    }

    @PgFunction(oid = 1486)
    public static boolean lseg_ge(Lseg a, Lseg b) {
        return Fuzzy.ge(lseg_length(a), lseg_length(b));
    }

    static boolean contains(Lseg a, Point p) {
        return Fuzzy.eq(Points.point_distance(p, a.start()) + Points.point_distance(p, a.end()), lseg_length(a));
    }

    /// Where a segment crosses a line; null if it does not.
    static @Nullable Point crossing(Lseg a, Line line) {
        Point p = Lines.line_interpt(line(a), line);
        if (p == null || !contains(a, p)) {
            return null;
        }
        if (Points.point_eq(a.start(), p)) {
            return a.start();
        }
        return Points.point_eq(a.end(), p) ? a.end() : p;
    }

    @PgFunction(oid = 362)
    public static @Nullable Point lseg_interpt(Lseg a, Lseg b) {
        Point p = crossing(a, line(b));
        return p == null || !contains(b, p) ? null : p;
    }

    /// A point of a segment, and how far it is from what it was looked for.
    record Closest(Point point, double distance) {}

    static Closest closest(Lseg a, Line line) {
        Point p = crossing(a, line);
        if (p != null) {
            return new Closest(p, 0);
        }
        double first = Lines.dist_pl(a.start(), line);
        double second = Lines.dist_pl(a.end(), line);
        return first < second ? new Closest(a.start(), first) : new Closest(a.end(), second);
    }

    static Closest closest(Lseg a, Point p) {
        Point found = closest(a, Lines.through(p, Points.inverseSlope(a.start(), a.end()))).point;
        return new Closest(found, Points.point_distance(found, p));
    }

    private static Closest nearer(Closest best, Point p, double distance) {
        return Fuzzy.exactLt(distance, best.distance) ? new Closest(p, distance) : best;
    }

    /// The point of the first that is closest to the second.
    static Closest closest(Lseg a, Lseg b) {
        Point p = lseg_interpt(a, b);
        if (p != null) {
            return new Closest(p, 0);
        }
        Closest best = closest(a, b.start());
        Closest other = closest(a, b.end());
        best = nearer(best, other.point, other.distance);
        best = nearer(best, a.start(), closest(b, a.start()).distance);
        return nearer(best, a.end(), closest(b, a.end()).distance);
    }

    static Closest closest(Box box, Point p) {
        if (Boxes.containsPoint(box, p)) {
            return new Closest(p, 0);
        }
        Lseg[] sides = Boxes.sides(box);
        Closest best = closest(sides[0], p);
        for (int i = 1; i < sides.length; i++) {
            Closest other = closest(sides[i], p);
            best = nearer(best, other.point, other.distance);
        }
        return best;
    }

    static Closest closest(Box box, Lseg a) {
        if (inter_sb(a, box)) {
            return new Closest(closest(a, Boxes.box_center(box)).point, 0);
        }
        Lseg[] sides = Boxes.sides(box);
        Closest best = closest(sides[0], a);
        for (int i = 1; i < sides.length; i++) {
            Closest other = closest(sides[i], a);
            best = nearer(best, other.point, other.distance);
        }
        return best;
    }

    private static @Nullable Point found(Closest closest) {
        return Double.isNaN(closest.distance) ? null : closest.point;
    }

    @PgFunction(oid = 361)
    public static double lseg_distance(Lseg a, Lseg b) {
        return closest(a, b).distance;
    }

    @PgFunction(oid = 363)
    public static double dist_ps(Point p, Lseg a) {
        return closest(a, p).distance;
    }

    @PgFunction(oid = 380)
    public static double dist_sp(Lseg a, Point p) {
        return closest(a, p).distance;
    }

    @PgFunction(oid = 727)
    public static double dist_sl(Lseg a, Line line) {
        return closest(a, line).distance;
    }

    @PgFunction(oid = 704)
    public static double dist_ls(Line line, Lseg a) {
        return closest(a, line).distance;
    }

    @PgFunction(oid = 364)
    public static double dist_pb(Point p, Box box) {
        return closest(box, p).distance;
    }

    @PgFunction(oid = 357)
    public static double dist_bp(Box box, Point p) {
        return closest(box, p).distance;
    }

    @PgFunction(oid = 365)
    public static double dist_sb(Lseg a, Box box) {
        return closest(box, a).distance;
    }

    @PgFunction(oid = 381)
    public static double dist_bs(Box box, Lseg a) {
        return closest(box, a).distance;
    }

    @PgFunction(oid = 366)
    public static @Nullable Point close_ps(Point p, Lseg a) {
        return found(closest(a, p));
    }

    @PgFunction(oid = 1489)
    public static @Nullable Point close_lseg(Lseg a, Lseg b) {
        return slope(a) == slope(b) ? null : found(closest(b, a));
    }

    @PgFunction(oid = 1488)
    public static @Nullable Point close_ls(Line line, Lseg a) {
        return slope(a) == Lines.slope(line) ? null : found(closest(a, line));
    }

    @PgFunction(oid = 367)
    public static @Nullable Point close_pb(Point p, Box box) {
        return found(closest(box, p));
    }

    @PgFunction(oid = 368)
    public static @Nullable Point close_sb(Lseg a, Box box) {
        return found(closest(box, a));
    }

    @PgFunction(oid = 369)
    public static boolean on_ps(Point p, Lseg a) {
        return contains(a, p);
    }

    @PgFunction(oid = 960)
    public static boolean on_sl(Lseg a, Line line) {
        return Lines.on_pl(a.start(), line) && Lines.on_pl(a.end(), line);
    }

    @PgFunction(oid = 372)
    public static boolean on_sb(Lseg a, Box box) {
        return Boxes.containsPoint(box, a.start()) && Boxes.containsPoint(box, a.end());
    }

    @PgFunction(oid = 277)
    public static boolean inter_sl(Lseg a, Line line) {
        return crossing(a, line) != null;
    }

    @PgFunction(oid = 373)
    public static boolean inter_sb(Lseg a, Box box) {
        Box around = new Box(
                new Point(
                        Fuzzy.max(a.start().x(), a.end().x()),
                        Fuzzy.max(a.start().y(), a.end().y())),
                new Point(
                        Fuzzy.min(a.start().x(), a.end().x()),
                        Fuzzy.min(a.start().y(), a.end().y())));
        if (!Boxes.box_overlap(around, box)) {
            return false;
        }
        if (Boxes.containsPoint(box, a.start()) || Boxes.containsPoint(box, a.end())) {
            return true;
        }
        for (Lseg side : Boxes.sides(box)) {
            if (lseg_interpt(side, a) != null) {
                return true;
            }
        }
        return false;
    }
}
