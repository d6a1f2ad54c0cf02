package org.pgherd.grammar.ast;

/// ON COMMIT of a temporary table.
public enum OnCommitAction {
    NOOP,
    PRESERVE_ROWS,
    DELETE_ROWS,
    DROP
}
