package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// VALUES lists; all rows have the same number of columns, of the same types.
public record RteValues(
        List<List<Expr>> lists,
        boolean lateral,
        List<SqlType> columnTypes,
        @Nullable Alias alias,
        Alias eref,
        boolean inFromClause)
        implements RangeTblEntry {
    public RteValues {
        lists = lists.stream().map(List::copyOf).toList();
        columnTypes = List.copyOf(columnTypes);
    }
}
