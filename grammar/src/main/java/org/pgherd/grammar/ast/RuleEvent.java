package org.pgherd.grammar.ast;

/// What a rule fires on.
public enum RuleEvent {
    SELECT,
    UPDATE,
    DELETE,
    INSERT
}
