package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE TYPE AS ENUM.
public record CreateEnumStmt(List<String> typeName, List<String> vals, Position at) implements UtilityStatement {
    public CreateEnumStmt {
        typeName = List.copyOf(typeName);
        vals = List.copyOf(vals);
    }
}
