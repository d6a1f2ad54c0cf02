package org.pgherd.grammar.ast;

/// Kinds of [AExpr]; NOT IN, NOT LIKE are told by the operator's name.
public enum AExprKind {
    OP,
    OP_ANY,
    OP_ALL,
    DISTINCT,
    NOT_DISTINCT,
    NULLIF,
    IN,
    LIKE,
    ILIKE,
    SIMILAR,
    BETWEEN,
    NOT_BETWEEN,
    BETWEEN_SYM,
    NOT_BETWEEN_SYM
}
