package org.pgherd.grammar.ast;

/// Kinds of grouping sets.
public enum GroupingSetKind {
    EMPTY,
    ROLLUP,
    CUBE,
    SETS
}
