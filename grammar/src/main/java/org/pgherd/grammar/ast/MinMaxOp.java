package org.pgherd.grammar.ast;

/// Kinds of [MinMaxExpr].
public enum MinMaxOp {
    GREATEST,
    LEAST
}
