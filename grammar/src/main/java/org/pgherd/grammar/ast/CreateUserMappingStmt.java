package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE USER MAPPING.
public record CreateUserMappingStmt(
        RoleSpec user, String servername, boolean ifNotExists, List<DefElem> options, Position at)
        implements UtilityStatement {
    public CreateUserMappingStmt {
        options = List.copyOf(options);
    }
}
