package org.pgherd.grammar.ast;

/// Behaviours ON EMPTY and ON ERROR.
public enum JsonBehaviorType {
    NULL,
    ERROR,
    EMPTY,
    TRUE,
    FALSE,
    UNKNOWN,
    EMPTY_ARRAY,
    EMPTY_OBJECT,
    DEFAULT
}
