package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// PREPARE.
public record PrepareStmt(String name, List<TypeName> argtypes, Query query, Position at) implements UtilityStatement {
    public PrepareStmt {
        argtypes = List.copyOf(argtypes);
    }
}
