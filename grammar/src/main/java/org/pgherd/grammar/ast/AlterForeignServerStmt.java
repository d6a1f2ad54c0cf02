package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ALTER SERVER.
public record AlterForeignServerStmt(
        String servername, @Nullable String version, List<DefElem> options, boolean hasVersion, Position at)
        implements UtilityStatement {
    public AlterForeignServerStmt {
        options = List.copyOf(options);
    }
}
