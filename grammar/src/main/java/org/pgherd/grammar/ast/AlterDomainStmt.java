package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ALTER DOMAIN.
public record AlterDomainStmt(
        AlterDomainType subtype,
        List<String> typeName,
        @Nullable String name,
        @Nullable Node def,
        DropBehavior behavior,
        boolean missingOk,
        Position at)
        implements UtilityStatement {
    public AlterDomainStmt {
        typeName = List.copyOf(typeName);
    }
}
