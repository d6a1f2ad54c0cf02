package org.pgherd.grammar.ast;

/// What a [SelectStmt] does with its two sides.
public enum SetOperation {
    NONE,
    UNION,
    INTERSECT,
    EXCEPT
}
