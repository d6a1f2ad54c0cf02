package org.pgherd.grammar.ast;

/// OVERRIDING of INSERT.
public enum OverridingKind {
    NOT_SET,
    USER_VALUE,
    SYSTEM_VALUE
}
