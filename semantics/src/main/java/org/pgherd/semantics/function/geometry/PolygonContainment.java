package org.pgherd.semantics.function.geometry;

import org.pgherd.semantics.value.Lseg;
import org.pgherd.semantics.value.Point;
import org.pgherd.semantics.value.Polygon;

/// Whether a polygon lies within another: every edge does, cut where it crosses the other's edges
/// (geo_ops.c: poly_contain_poly, lseg_inside_poly, touched_lseg_inside_poly).
final class PolygonContainment {
    private final Point[] corners;

    private PolygonContainment(Polygon outer) {
        corners = outer.points();
    }

    static boolean contains(Polygon outer, Polygon inner) {
        if (!Boxes.containsBox(outer.bounds(), inner.bounds())) {
            return false;
        }
        PolygonContainment test = new PolygonContainment(outer);
        Point[] points = inner.points();
        Point previous = points[points.length - 1];
        for (Point p : points) {
            if (!test.contains(previous, p, 0)) {
                return false;
            }
            previous = p;
        }
        return true;
    }

    /// @param start the first edge of the outer polygon that still has to be looked at
    private boolean contains(Point a, Point b, int start) {
        Lseg segment = new Lseg(a, b);
        boolean inside = true;
        boolean crossed = false;
        Point previous = corners[start == 0 ? corners.length - 1 : start - 1];
        for (int i = start; i < corners.length && inside; i++) {
            Lseg edge = new Lseg(previous, corners[i]);
            if (Segments.contains(edge, a)) {
                if (Segments.contains(edge, b)) {
                    return true;
                }
                inside = touching(a, b, edge, i + 1);
            } else if (Segments.contains(edge, b)) {
                inside = touching(b, a, edge, i + 1);
            } else {
                Point crossing = Segments.lseg_interpt(segment, edge);
                if (crossing != null) {
                    crossed = true;
                    inside = contains(a, crossing, i + 1) && contains(b, crossing, i + 1);
                }
            }
            previous = corners[i];
        }
        return inside && (crossed || Polygons.inside(Points.middle(a, b), corners));
    }

    /// Of a segment that begins on an edge.
    private boolean touching(Point a, Point b, Lseg edge, int start) {
        Lseg segment = new Lseg(a, b);
        if (Points.point_eq(a, edge.start())) {
            return !Segments.contains(segment, edge.end()) || contains(b, edge.end(), start);
        }
        if (Points.point_eq(a, edge.end())) {
            return !Segments.contains(segment, edge.start()) || contains(b, edge.start(), start);
        }
        if (Segments.contains(segment, edge.start())) {
            return contains(b, edge.start(), start);
        }
        return !Segments.contains(segment, edge.end()) || contains(b, edge.end(), start);
    }
}
