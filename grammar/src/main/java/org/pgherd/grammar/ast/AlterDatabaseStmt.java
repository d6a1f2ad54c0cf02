package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER DATABASE.
public record AlterDatabaseStmt(String dbname, List<DefElem> options, Position at) implements UtilityStatement {
    public AlterDatabaseStmt {
        options = List.copyOf(options);
    }
}
