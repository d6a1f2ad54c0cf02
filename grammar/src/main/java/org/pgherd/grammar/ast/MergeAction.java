package org.pgherd.grammar.ast;

/// What a WHEN branch does.
public enum MergeAction {
    INSERT,
    UPDATE,
    DELETE,
    NOTHING
}
