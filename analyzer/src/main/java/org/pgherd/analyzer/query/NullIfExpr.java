package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// `NULLIF(a, b)`; the operator is the equality asked, the type is that of its left input.
public record NullIfExpr(
        int opNo, int opFuncId, String name, List<Expr> args, SqlType type, int inputCollation, Position at)
        implements Expr {
    public NullIfExpr {
        args = List.copyOf(args);
    }
}
