package org.pgherd.grammar.ast;

/// Kinds of joins in the raw tree.
public enum JoinType {
    INNER,
    LEFT,
    FULL,
    RIGHT
}
