package org.pgherd.grammar.ast;

/// NULLS FIRST or LAST.
public enum SortByNulls {
    DEFAULT,
    FIRST,
    LAST
}
