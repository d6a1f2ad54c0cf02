package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// COALESCE.
public record CoalesceExpr(List<Expr> args, Position at) implements Expr {
    public CoalesceExpr {
        args = List.copyOf(args);
    }
}
