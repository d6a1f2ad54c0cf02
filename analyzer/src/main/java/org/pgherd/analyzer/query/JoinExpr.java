package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JOIN as written. NATURAL and USING are already turned into `quals`.
/// @param rtindex of the join's own range table entry
public record JoinExpr(
        JoinType joinType,
        boolean natural,
        FromItem left,
        FromItem right,
        List<String> usingClause,
        @Nullable Expr quals,
        @Nullable Alias alias,
        int rtindex)
        implements FromItem {
    public JoinExpr {
        usingClause = List.copyOf(usingClause);
    }
}
