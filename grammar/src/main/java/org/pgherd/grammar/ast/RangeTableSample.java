package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// TABLESAMPLE.
public record RangeTableSample(
        FromItem relation,
        List<String> method,
        List<Expr> args,
        @Nullable Expr repeatable,
        Position at) implements FromItem {
    public RangeTableSample {
        method = List.copyOf(method);
        args = List.copyOf(args);
    }
}
