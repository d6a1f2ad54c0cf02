package org.pgherd.semantics.value;

/// A rectangle along the axes.
///
/// @param high upper right corner
/// @param low lower left corner
public record Box(Point high, Point low) {}
