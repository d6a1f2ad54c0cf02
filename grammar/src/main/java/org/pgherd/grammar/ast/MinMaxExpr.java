package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// GREATEST and LEAST.
public record MinMaxExpr(MinMaxOp op, List<Expr> args, Position at) implements Expr {
    public MinMaxExpr {
        args = List.copyOf(args);
    }
}
