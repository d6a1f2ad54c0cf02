package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// UPDATE. `(a, b) = source` arrives as one [ResTarget] per column whose value is a [MultiAssignRef].
public record UpdateStmt(
        RangeVar relation,
        List<ResTarget> targetList,
        @Nullable Expr whereClause,
        List<FromItem> fromClause,
        @Nullable ReturningClause returningClause,
        @Nullable WithClause withClause,
        Position at)
        implements Query {
    public UpdateStmt {
        targetList = List.copyOf(targetList);
        fromClause = List.copyOf(fromClause);
    }
}
