package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER TABLE ALL IN TABLESPACE.
public record AlterTableMoveAllStmt(
        String origTablespacename,
        ObjectType objtype,
        List<RoleSpec> roles,
        String newTablespacename,
        boolean nowait,
        Position at)
        implements UtilityStatement {
    public AlterTableMoveAllStmt {
        roles = List.copyOf(roles);
    }
}
