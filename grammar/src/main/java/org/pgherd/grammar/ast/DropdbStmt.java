package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// DROP DATABASE.
public record DropdbStmt(String dbname, boolean missingOk, List<DefElem> options, Position at)
        implements UtilityStatement {
    public DropdbStmt {
        options = List.copyOf(options);
    }
}
