package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.semantics.type.SqlType;

/// A table, view, sequence or the like. Views stay so until [org.pgherd.analyzer.rewrite] expands them.
/// @param inherit whether children are included (no ONLY)
public record RteRelation(
        Relation relation,
        boolean inherit,
        @Nullable TableSample sample,
        @Nullable Alias alias,
        Alias eref,
        boolean inFromClause)
        implements RangeTblEntry {
    @Override
    public boolean lateral() {
        return false;
    }

    @Override
    public List<SqlType> columnTypes() {
        return relation.columnTypes();
    }
}
