package org.pgherd.analyzer.query;

/// A range table entry used in the join tree or as a set operation leaf; 1-based.
public record RangeTblRef(int rtindex) implements FromItem, SetOperationTree {}
