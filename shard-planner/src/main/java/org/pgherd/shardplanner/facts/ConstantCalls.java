package org.pgherd.shardplanner.facts;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;

/// Computes calls of immutable functions while a statement is planned.
@FunctionalInterface
public interface ConstantCalls {
    /// None are computed.
    ConstantCalls NONE = _ -> null;

    /// The value of a call whose arguments are constants; null if it cannot be computed here.
    @Nullable
    Const valueOf(Expr call);
}
