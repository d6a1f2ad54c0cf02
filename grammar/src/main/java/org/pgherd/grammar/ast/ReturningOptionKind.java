package org.pgherd.grammar.ast;

/// Which row a RETURNING option names.
public enum ReturningOptionKind {
    OLD,
    NEW
}
