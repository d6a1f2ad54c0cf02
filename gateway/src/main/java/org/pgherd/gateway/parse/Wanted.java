package org.pgherd.gateway.parse;

/// What to tell of a text besides whether it is right.
///
/// @param plpgsql the text is a body, or a statement that brings one
/// @param repeat how often to parse it; the fastest time counts
public record Wanted(boolean plpgsql, boolean ast, boolean deparse, boolean grouping, int repeat) {}
