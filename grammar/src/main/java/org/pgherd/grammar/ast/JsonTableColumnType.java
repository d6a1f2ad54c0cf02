package org.pgherd.grammar.ast;

/// Kinds of columns of JSON_TABLE.
public enum JsonTableColumnType {
    FOR_ORDINALITY,
    REGULAR,
    EXISTS,
    FORMATTED,
    NESTED
}
