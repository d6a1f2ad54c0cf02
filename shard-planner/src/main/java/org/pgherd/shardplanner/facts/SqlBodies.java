package org.pgherd.shardplanner.facts;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.FuncExpr;

/// Reads the bodies of functions in SQL.
@FunctionalInterface
public interface SqlBodies {
    /// None are known.
    SqlBodies NONE = _ -> null;

    /// Null if the function has no such body, or is run with other rights or settings than the statement around it.
    @Nullable
    SqlBody of(FuncExpr call);
}
