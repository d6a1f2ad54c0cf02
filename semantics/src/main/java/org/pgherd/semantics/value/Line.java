package org.pgherd.semantics.value;

/// The line a*x + b*y + c = 0.
public record Line(double a, double b, double c) {}
