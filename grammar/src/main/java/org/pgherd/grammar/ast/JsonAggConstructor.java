package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// What the JSON aggregates share.
public record JsonAggConstructor(
        @Nullable JsonOutput output,
        @Nullable Expr aggFilter,
        List<SortBy> aggOrder,
        @Nullable WindowDef over,
        Position at)
        implements Node {
    public JsonAggConstructor {
        aggOrder = List.copyOf(aggOrder);
    }
}
