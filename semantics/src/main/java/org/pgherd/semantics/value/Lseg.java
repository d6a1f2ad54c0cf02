package org.pgherd.semantics.value;

/// A line segment with its direction.
public record Lseg(Point start, Point end) {}
