package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// `a op ANY (array)` (useOr) or `a op ALL (array)`; args are the scalar and the array.
public record ScalarArrayOpExpr(
        int opNo, int opFuncId, String name, boolean useOr, List<Expr> args, int inputCollation, Position at)
        implements Expr {
    public ScalarArrayOpExpr {
        args = List.copyOf(args);
    }

    @Override
    public SqlType type() {
        return SqlType.BOOL;
    }
}
