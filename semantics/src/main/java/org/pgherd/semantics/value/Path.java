package org.pgherd.semantics.value;

import java.util.Arrays;

/// Points in a row, the last joined to the first if it is closed.
///
/// @param points at least one; taken over
public record Path(boolean closed, Point[] points) {
    @Override
    public boolean equals(Object o) {
        return o instanceof Path p && closed == p.closed && Arrays.equals(points, p.points);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(points);
    }

    @Override
    public String toString() {
        return (closed ? "closed " : "open ") + Arrays.toString(points);
    }
}
