package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// MERGE.
public record MergeStmt(
        RangeVar relation,
        FromItem sourceRelation,
        Expr joinCondition,
        List<MergeWhenClause> mergeWhenClauses,
        @Nullable ReturningClause returningClause,
        @Nullable WithClause withClause,
        Position at)
        implements Query {
    public MergeStmt {
        mergeWhenClauses = List.copyOf(mergeWhenClauses);
    }
}
