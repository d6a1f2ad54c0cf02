package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A function, or ROWS FROM (...), in FROM.
public record RangeFunction(
        boolean lateral,
        boolean ordinality,
        boolean isRowsfrom,
        List<RangeFunctionItem> functions,
        @Nullable Alias alias,
        List<ColumnDef> coldeflist,
        Position at)
        implements FromItem {
    public RangeFunction {
        functions = List.copyOf(functions);
        coldeflist = List.copyOf(coldeflist);
    }
}
