package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// One WITH query.
///
/// @param columnNames of the result, aliases applied
/// @param refCount how often the statement refers to it, the recursive reference not counted
public record CommonTableExpr(
        String name,
        List<String> aliasColumnNames,
        Materialize materialize,
        Query query,
        @Nullable SearchClause search,
        @Nullable CycleClause cycle,
        boolean recursive,
        int refCount,
        List<String> columnNames,
        List<SqlType> columnTypes,
        Position at) {
    public CommonTableExpr {
        aliasColumnNames = List.copyOf(aliasColumnNames);
        columnNames = List.copyOf(columnNames);
        columnTypes = List.copyOf(columnTypes);
    }
    /// `AS [NOT] MATERIALIZED`.
    public enum Materialize {
        DEFAULT,
        ALWAYS,
        NEVER
    }

    /// Without those that SEARCH and CYCLE add at the end.
    public List<String> ownColumnNames() {
        return columnNames.subList(0, columnNames.size() - (search == null ? 0 : 1) - (cycle == null ? 0 : 2));
    }

    public CommonTableExpr withQuery(Query changed) {
        return new CommonTableExpr(
                name,
                aliasColumnNames,
                materialize,
                changed,
                search,
                cycle,
                recursive,
                refCount,
                columnNames,
                columnTypes,
                at);
    }
}
