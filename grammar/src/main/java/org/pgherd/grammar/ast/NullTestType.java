package org.pgherd.grammar.ast;

/// Null tests.
public enum NullTestType {
    IS_NULL,
    IS_NOT_NULL
}
