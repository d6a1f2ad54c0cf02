package org.pgherd.grammar.ast;

/// WITH or WITHOUT WRAPPER.
public enum JsonWrapper {
    UNSPEC,
    NONE,
    CONDITIONAL,
    UNCONDITIONAL
}
