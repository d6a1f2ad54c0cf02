package org.pgherd.grammar.ast;

/// What GRANT is on.
public enum GrantTargetType {
    OBJECT,
    ALL_IN_SCHEMA,
    DEFAULTS
}
