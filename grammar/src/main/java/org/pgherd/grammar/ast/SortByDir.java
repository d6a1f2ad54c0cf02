package org.pgherd.grammar.ast;

/// Direction of a sort key.
public enum SortByDir {
    DEFAULT,
    ASC,
    DESC,
    USING
}
