package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A join; CROSS JOIN is an inner join without a condition.
public record JoinExpr(
        JoinType jointype,
        boolean isNatural,
        FromItem larg,
        FromItem rarg,
        List<String> usingClause,
        @Nullable Alias joinUsingAlias,
        @Nullable Expr quals,
        @Nullable Alias alias,
        Position at)
        implements FromItem {
    public JoinExpr {
        usingClause = List.copyOf(usingClause);
    }
}
