package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE SCHEMA.
public record CreateSchemaStmt(
        @Nullable String schemaname,
        @Nullable RoleSpec authrole,
        List<Statement> schemaElts,
        boolean ifNotExists,
        Position at)
        implements UtilityStatement {
    public CreateSchemaStmt {
        schemaElts = List.copyOf(schemaElts);
    }
}
