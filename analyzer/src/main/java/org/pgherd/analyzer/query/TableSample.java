package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// TABLESAMPLE method(args) REPEATABLE (seed).
public record TableSample(
        int handler, List<Expr> args, @Nullable Expr repeatable) {
    public TableSample {
        args = List.copyOf(args);
    }
}
