package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// `a IS DISTINCT FROM b`; the operator is the equality that is negated.
public record DistinctExpr(
        int opNo, int opFuncId, String name, List<Expr> args, SqlType type, int inputCollation, Position at)
        implements Expr {
    public DistinctExpr {
        args = List.copyOf(args);
    }
}
