package org.pgherd.grammar.ast;

/// What is done with an option.
public enum DefElemAction {
    UNSPEC,
    SET,
    ADD,
    DROP
}
