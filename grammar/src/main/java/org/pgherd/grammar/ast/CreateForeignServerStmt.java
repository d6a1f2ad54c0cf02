package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE SERVER.
public record CreateForeignServerStmt(
        String servername,
        @Nullable String servertype,
        @Nullable String version,
        String fdwname,
        boolean ifNotExists,
        List<DefElem> options,
        Position at)
        implements UtilityStatement {
    public CreateForeignServerStmt {
        options = List.copyOf(options);
    }
}
