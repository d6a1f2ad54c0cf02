package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ALTER TYPE ADD or RENAME VALUE, DROP VALUE.
public record AlterEnumStmt(
        List<String> typeName,
        @Nullable String oldVal,
        @Nullable String newVal,
        @Nullable String newValNeighbor,
        boolean newValIsAfter,
        boolean skipIfNewValExists,
        Position at)
        implements UtilityStatement {
    public AlterEnumStmt {
        typeName = List.copyOf(typeName);
    }
}
