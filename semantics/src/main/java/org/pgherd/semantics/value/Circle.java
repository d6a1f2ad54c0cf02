package org.pgherd.semantics.value;

/// A circle.
public record Circle(Point center, double radius) {}
