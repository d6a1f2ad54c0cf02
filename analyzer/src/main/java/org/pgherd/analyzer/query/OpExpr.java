package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// An operator applied to one or two arguments.
/// @param opFuncId the function behind it (pg_operator.oprcode)
public record OpExpr(
        int opNo,
        int opFuncId,
        String name,
        List<Expr> args,
        boolean retset,
        SqlType type,
        int inputCollation,
        Position at)
        implements Expr {
    public OpExpr {
        args = List.copyOf(args);
    }

    public Expr left() {
        return args.getFirst();
    }

    public Expr right() {
        return args.getLast();
    }
}
