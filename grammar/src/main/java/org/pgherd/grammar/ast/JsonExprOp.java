package org.pgherd.grammar.ast;

/// SQL/JSON query functions.
public enum JsonExprOp {
    EXISTS,
    QUERY,
    VALUE
}
