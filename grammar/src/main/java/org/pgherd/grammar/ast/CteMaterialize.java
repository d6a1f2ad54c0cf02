package org.pgherd.grammar.ast;

/// [NOT] MATERIALIZED.
public enum CteMaterialize {
    DEFAULT,
    ALWAYS,
    NEVER
}
