package org.pgherd.grammar.ast;

/// What IS JSON tests.
public enum JsonValueType {
    ANY,
    OBJECT,
    ARRAY,
    SCALAR
}
