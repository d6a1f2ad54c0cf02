package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// DELETE.
public record DeleteStmt(
        RangeVar relation,
        List<FromItem> usingClause,
        @Nullable Expr whereClause,
        @Nullable ReturningClause returningClause,
        @Nullable WithClause withClause,
        Position at)
        implements Query {
    public DeleteStmt {
        usingClause = List.copyOf(usingClause);
    }
}
