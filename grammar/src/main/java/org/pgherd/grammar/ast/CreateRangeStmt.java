package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE TYPE AS RANGE.
public record CreateRangeStmt(List<String> typeName, List<DefElem> params, Position at) implements UtilityStatement {
    public CreateRangeStmt {
        typeName = List.copyOf(typeName);
        params = List.copyOf(params);
    }
}
