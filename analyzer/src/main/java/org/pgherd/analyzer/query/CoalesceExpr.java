package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// COALESCE.
public record CoalesceExpr(List<Expr> args, SqlType type, Position at) implements Expr {
    public CoalesceExpr {
        args = List.copyOf(args);
    }
}
