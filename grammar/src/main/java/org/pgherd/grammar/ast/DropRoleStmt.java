package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// DROP ROLE.
public record DropRoleStmt(List<RoleSpec> roles, boolean missingOk, Position at) implements UtilityStatement {
    public DropRoleStmt {
        roles = List.copyOf(roles);
    }
}
