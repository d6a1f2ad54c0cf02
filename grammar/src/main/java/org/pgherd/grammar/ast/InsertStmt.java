package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// INSERT; without `selectStmt` it is DEFAULT VALUES.
public record InsertStmt(
        RangeVar relation,
        List<ResTarget> cols,
        @Nullable SelectStmt selectStmt,
        @Nullable OnConflictClause onConflictClause,
        @Nullable ReturningClause returningClause,
        @Nullable WithClause withClause,
        OverridingKind override,
        Position at)
        implements Query {
    public InsertStmt {
        cols = List.copyOf(cols);
    }
}
