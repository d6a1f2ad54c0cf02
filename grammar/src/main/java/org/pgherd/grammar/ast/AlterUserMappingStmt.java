package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER USER MAPPING.
public record AlterUserMappingStmt(RoleSpec user, String servername, List<DefElem> options, Position at)
        implements UtilityStatement {
    public AlterUserMappingStmt {
        options = List.copyOf(options);
    }
}
