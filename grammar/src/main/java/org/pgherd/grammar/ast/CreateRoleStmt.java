package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE ROLE, USER, GROUP.
public record CreateRoleStmt(RoleStmtType stmtType, String role, List<DefElem> options, Position at)
        implements UtilityStatement {
    public CreateRoleStmt {
        options = List.copyOf(options);
    }
}
