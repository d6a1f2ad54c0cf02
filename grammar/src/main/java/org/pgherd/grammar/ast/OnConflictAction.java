package org.pgherd.grammar.ast;

/// What ON CONFLICT does.
public enum OnConflictAction {
    NOTHING,
    UPDATE
}
