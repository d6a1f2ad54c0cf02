package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// One WHEN branch of MERGE; INSERT without `values` is DEFAULT VALUES.
public record MergeWhenClause(
        MergeMatchKind matchKind,
        MergeAction commandType,
        OverridingKind override,
        @Nullable Expr condition,
        List<ResTarget> targetList,
        List<Expr> values,
        Position at)
        implements Node {
    public MergeWhenClause {
        targetList = List.copyOf(targetList);
        values = List.copyOf(values);
    }
}
