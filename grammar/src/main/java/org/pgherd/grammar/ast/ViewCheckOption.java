package org.pgherd.grammar.ast;

/// WITH CHECK OPTION.
public enum ViewCheckOption {
    NONE,
    LOCAL,
    CASCADED
}
