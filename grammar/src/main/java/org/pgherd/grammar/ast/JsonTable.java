package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// JSON_TABLE.
public record JsonTable(
        boolean lateral,
        JsonValueExpr contextItem,
        JsonTablePathSpec pathspec,
        List<JsonArgument> passing,
        List<JsonTableColumn> columns,
        @Nullable JsonBehavior onError,
        @Nullable Alias alias,
        Position at)
        implements FromItem {
    public JsonTable {
        passing = List.copyOf(passing);
        columns = List.copyOf(columns);
    }
}
