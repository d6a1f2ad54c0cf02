package org.pgherd.grammar.ast;

/// Which rows a WHEN branch sees.
public enum MergeMatchKind {
    MATCHED,
    NOT_MATCHED_BY_SOURCE,
    NOT_MATCHED_BY_TARGET
}
