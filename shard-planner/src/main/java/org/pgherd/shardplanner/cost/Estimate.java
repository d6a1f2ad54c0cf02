package org.pgherd.shardplanner.cost;

/// What a node is expected to cost, in PostgreSQL's units (a page read in sequence is 1).
///
/// @param startup before the first row
/// @param total of all rows, inputs included
/// @param rows of one run
/// @param width bytes of a row
public record Estimate(double startup, double total, double rows, int width) {}
