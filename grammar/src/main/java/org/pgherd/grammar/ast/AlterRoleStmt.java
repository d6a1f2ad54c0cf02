package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER ROLE; `action` +1 adds and -1 drops members.
public record AlterRoleStmt(RoleSpec role, List<DefElem> options, int action, Position at) implements UtilityStatement {
    public AlterRoleStmt {
        options = List.copyOf(options);
    }
}
