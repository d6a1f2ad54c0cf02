package org.pgherd.shardplanner.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;

/// The rows `offset` to `offset + count` of the sorted child, without sorting all of it.
///
/// @param count int8 over parameters and constants; NULL at run time means all
/// @param offset int8, null if none; NULL at run time means 0
public record TopN(
        PlanNode child,
        List<SortKey> keys,
        Expr count,
        @Nullable Expr offset) implements PlanNode {
    public TopN {
        keys = List.copyOf(keys);
    }

    @Override
    public List<PlanColumn> output() {
        return child.output();
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
