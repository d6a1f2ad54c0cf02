package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER TYPE SET (...).
public record AlterTypeStmt(List<String> typeName, List<DefElem> options, Position at) implements UtilityStatement {
    public AlterTypeStmt {
        typeName = List.copyOf(typeName);
        options = List.copyOf(options);
    }
}
