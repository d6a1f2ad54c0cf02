package org.pgherd.grammar.ast;

/// LIMIT/FETCH ONLY or FETCH WITH TIES.
public enum LimitOption {
    COUNT,
    WITH_TIES
}
