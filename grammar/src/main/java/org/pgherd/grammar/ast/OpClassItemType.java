package org.pgherd.grammar.ast;

/// Members of operator classes.
public enum OpClassItemType {
    OPERATOR,
    FUNCTION,
    STORAGETYPE
}
