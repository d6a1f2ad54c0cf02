package org.pgherd.semantics.value;

/// A point of the plane.
public record Point(double x, double y) {}
