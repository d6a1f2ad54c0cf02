package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A window: `name` in the WINDOW clause or in OVER name; `refname` is the window that is refined. See
/// [FrameOptions].
public record WindowDef(
        @Nullable String name,
        @Nullable String refname,
        List<Expr> partitionClause,
        List<SortBy> orderClause,
        int frameOptions,
        @Nullable Expr startOffset,
        @Nullable Expr endOffset,
        Position at)
        implements Node {
    public WindowDef {
        partitionClause = List.copyOf(partitionClause);
        orderClause = List.copyOf(orderClause);
    }
}
