package org.pgherd.grammar.ast;

/// How a call or row was written.
public enum CoercionForm {
    EXPLICIT_CALL,
    EXPLICIT_CAST,
    IMPLICIT_CAST,
    SQL_SYNTAX
}
