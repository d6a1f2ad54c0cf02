package org.pgherd.grammar.ast;

/// Kinds of SET; MULTI is SET TRANSACTION and its kin, told by `name`.
public enum VariableSetKind {
    VALUE,
    DEFAULT,
    CURRENT,
    MULTI,
    RESET,
    RESET_ALL
}
