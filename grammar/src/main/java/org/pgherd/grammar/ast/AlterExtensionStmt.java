package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER EXTENSION UPDATE.
public record AlterExtensionStmt(String extname, List<DefElem> options, Position at) implements UtilityStatement {
    public AlterExtensionStmt {
        options = List.copyOf(options);
    }
}
