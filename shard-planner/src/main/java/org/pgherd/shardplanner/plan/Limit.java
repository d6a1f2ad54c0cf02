package org.pgherd.shardplanner.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;

/// Skips `offset` rows and passes `count`.
/// Errors: 2201W "LIMIT must not be negative", 2201X "OFFSET must not be negative".
///
/// @param count int8 over parameters and constants; null, or NULL at run time: all
/// @param offset null, or NULL at run time: 0
/// @param ties the child's sort keys if WITH TIES (rows equal to the last one follow), else empty
public record Limit(
        PlanNode child, @Nullable Expr count, @Nullable Expr offset, List<SortKey> ties) implements PlanNode {
    public Limit {
        ties = List.copyOf(ties);
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
