package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// A join seen as a relation. Its columns are those of USING first (merged), then the rest of left and right.
///
/// @param aliasVars what each column stands for: a Var of an input, or COALESCE of two for a merged column of a FULL
/// join
/// @param mergedCount how many columns USING merged
/// @param joinUsingAlias `JOIN .. USING (..) AS alias`
public record RteJoin(
        JoinType joinType,
        int mergedCount,
        List<Expr> aliasVars,
        List<Integer> leftColumns,
        List<Integer> rightColumns,
        @Nullable Alias joinUsingAlias,
        @Nullable Alias alias,
        Alias eref,
        boolean inFromClause)
        implements RangeTblEntry {
    public RteJoin {
        aliasVars = List.copyOf(aliasVars);
        leftColumns = List.copyOf(leftColumns);
        rightColumns = List.copyOf(rightColumns);
    }

    @Override
    public boolean lateral() {
        return false;
    }

    @Override
    public List<SqlType> columnTypes() {
        return aliasVars.stream().map(Expr::type).toList();
    }
}
