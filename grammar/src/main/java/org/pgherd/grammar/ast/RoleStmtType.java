package org.pgherd.grammar.ast;

/// How CREATE ROLE was spelled.
public enum RoleStmtType {
    ROLE,
    USER,
    GROUP
}
