package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE TABLESPACE.
public record CreateTableSpaceStmt(
        String tablespacename, @Nullable RoleSpec owner, String spaceLocation, List<DefElem> options, Position at)
        implements UtilityStatement {
    public CreateTableSpaceStmt {
        options = List.copyOf(options);
    }
}
