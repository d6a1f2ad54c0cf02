package org.pgherd.semantics.value;

import java.util.Arrays;

/// A polygon by its corners.
///
/// @param points at least one; taken over
/// @param bounds the smallest box around it
public record Polygon(Point[] points, Box bounds) {
    @Override
    public boolean equals(Object o) {
        return o instanceof Polygon p && Arrays.equals(points, p.points);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(points);
    }

    @Override
    public String toString() {
        return Arrays.toString(points);
    }
}
