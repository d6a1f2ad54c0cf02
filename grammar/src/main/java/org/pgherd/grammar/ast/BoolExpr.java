package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// AND and OR, flattened from the left as in PostgreSQL, and NOT.
public record BoolExpr(BoolExprType boolop, List<Expr> args, Position location, Position at) implements Expr {
    public BoolExpr {
        args = List.copyOf(args);
    }
}
