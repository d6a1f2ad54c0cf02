package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A window function call, or an aggregate used as one.
/// @param winRef which WindowClause of the query
public record WindowFunc(
        int winFnOid,
        String name,
        List<Expr> args,
        @Nullable Expr filter,
        int winRef,
        boolean star,
        boolean aggregate,
        boolean retset,
        SqlType type,
        int inputCollation,
        Position at)
        implements Expr {
    public WindowFunc {
        args = List.copyOf(args);
    }
}
