package org.pgherd.shardplanner.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.semantics.type.SqlType;

/// A call of a window function, or of an aggregate as one.
///
/// @param function oid in pg_proc
/// @param arguments over the child's row; empty for `count(*)`
/// @param aggregate whether it is an ordinary aggregate computed over the frame
public record WindowCall(
        int function,
        List<Expr> arguments,
        @Nullable Expr filter,
        boolean aggregate,
        boolean variadic,
        int inputCollation,
        SqlType type) {
    public WindowCall {
        arguments = List.copyOf(arguments);
    }
}
