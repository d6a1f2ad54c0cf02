package org.pgherd.grammar.ast;

/// Kinds of [Constraint].
public enum ConstrType {
    NULL,
    NOTNULL,
    DEFAULT,
    IDENTITY,
    GENERATED,
    CHECK,
    PRIMARY,
    UNIQUE,
    EXCLUSION,
    FOREIGN,
    ATTR_DEFERRABLE,
    ATTR_NOT_DEFERRABLE,
    ATTR_DEFERRED,
    ATTR_IMMEDIATE,
    ATTR_ENFORCED,
    ATTR_NOT_ENFORCED
}
