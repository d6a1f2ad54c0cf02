package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// REASSIGN OWNED BY.
public record ReassignOwnedStmt(List<RoleSpec> roles, RoleSpec newrole, Position at) implements UtilityStatement {
    public ReassignOwnedStmt {
        roles = List.copyOf(roles);
    }
}
