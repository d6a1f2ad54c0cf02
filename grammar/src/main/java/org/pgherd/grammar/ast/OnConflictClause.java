package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ON CONFLICT.
public record OnConflictClause(
        OnConflictAction action,
        @Nullable InferClause infer,
        List<ResTarget> targetList,
        @Nullable Expr whereClause,
        Position at)
        implements Node {
    public OnConflictClause {
        targetList = List.copyOf(targetList);
    }
}
