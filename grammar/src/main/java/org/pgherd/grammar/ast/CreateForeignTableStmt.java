package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE FOREIGN TABLE.
public record CreateForeignTableStmt(CreateStmt base, String servername, List<DefElem> options, Position at)
        implements UtilityStatement {
    public CreateForeignTableStmt {
        options = List.copyOf(options);
    }
}
