package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A column of JSON_TABLE.
public record JsonTableColumn(
        JsonTableColumnType coltype,
        @Nullable String name,
        @Nullable TypeName typeName,
        @Nullable JsonTablePathSpec pathspec,
        @Nullable JsonFormat format,
        JsonWrapper wrapper,
        JsonQuotes quotes,
        List<JsonTableColumn> columns,
        @Nullable JsonBehavior onEmpty,
        @Nullable JsonBehavior onError,
        Position at)
        implements Node {
    public JsonTableColumn {
        columns = List.copyOf(columns);
    }
}
