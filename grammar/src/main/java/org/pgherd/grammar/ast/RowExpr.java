package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ROW(...) (EXPLICIT_CALL) or (a, b) (IMPLICIT_CAST).
public record RowExpr(List<Expr> args, CoercionForm rowFormat, Position at) implements Expr {
    public RowExpr {
        args = List.copyOf(args);
    }
}
