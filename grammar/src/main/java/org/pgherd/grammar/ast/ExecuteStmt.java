package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// EXECUTE.
public record ExecuteStmt(String name, List<Expr> params, Position at) implements UtilityStatement {
    public ExecuteStmt {
        params = List.copyOf(params);
    }
}
