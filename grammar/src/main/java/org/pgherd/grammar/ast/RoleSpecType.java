package org.pgherd.grammar.ast;

/// How a role is named.
public enum RoleSpecType {
    CSTRING,
    CURRENT_ROLE,
    CURRENT_USER,
    SESSION_USER,
    PUBLIC
}
