package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// DROP OWNED BY.
public record DropOwnedStmt(List<RoleSpec> roles, DropBehavior behavior, Position at) implements UtilityStatement {
    public DropOwnedStmt {
        roles = List.copyOf(roles);
    }
}
