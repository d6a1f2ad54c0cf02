package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One window: from the WINDOW clause or an OVER (...).
/// @param startInRangeFunc the in_range support function for a RANGE offset, 0 if none is needed
public record WindowClause(
        @Nullable String name,
        @Nullable String refName,
        List<SortGroupClause> partitionClause,
        List<SortGroupClause> orderClause,
        WindowFrame frame,
        @Nullable Expr startOffset,
        @Nullable Expr endOffset,
        int startInRangeFunc,
        int endInRangeFunc,
        int inRangeCollation,
        boolean inRangeAscending,
        boolean inRangeNullsFirst,
        int winRef,
        boolean copiedOrder) {
    public WindowClause {
        partitionClause = List.copyOf(partitionClause);
        orderClause = List.copyOf(orderClause);
    }
}
