package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// AND, OR (two or more arguments) or NOT (one).
public record BoolExpr(Kind kind, List<Expr> args, Position at) implements Expr {
    public BoolExpr {
        args = List.copyOf(args);
    }

    /// Which connective (BoolExprType).
    public enum Kind {
        AND,
        OR,
        NOT
    }

    @Override
    public SqlType type() {
        return SqlType.BOOL;
    }
}
