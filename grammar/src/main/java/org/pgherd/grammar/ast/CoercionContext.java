package org.pgherd.grammar.ast;

/// When a cast applies.
public enum CoercionContext {
    IMPLICIT,
    ASSIGNMENT,
    EXPLICIT
}
