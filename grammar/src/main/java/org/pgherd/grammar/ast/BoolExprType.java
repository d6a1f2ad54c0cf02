package org.pgherd.grammar.ast;

/// Boolean operators.
public enum BoolExprType {
    AND,
    OR,
    NOT
}
