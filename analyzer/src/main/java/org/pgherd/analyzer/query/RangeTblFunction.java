package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.semantics.type.SqlType;

/// One function of an [RteFunction].
/// @param hasColumnDefinitions whether the columns come from AS (name type, ...)
/// @param columnNames of its columns, aliases not applied
public record RangeTblFunction(
        Expr expr, boolean hasColumnDefinitions, List<String> columnNames, List<SqlType> columnTypes) {
    public RangeTblFunction {
        columnNames = List.copyOf(columnNames);
        columnTypes = List.copyOf(columnTypes);
    }
}
