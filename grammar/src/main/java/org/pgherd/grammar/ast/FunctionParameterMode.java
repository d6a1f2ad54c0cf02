package org.pgherd.grammar.ast;

/// Modes of parameters; DEFAULT is an unwritten IN.
public enum FunctionParameterMode {
    IN,
    OUT,
    INOUT,
    VARIADIC,
    TABLE,
    DEFAULT
}
