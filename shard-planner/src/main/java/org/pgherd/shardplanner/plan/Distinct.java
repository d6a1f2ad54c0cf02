package org.pgherd.shardplanner.plan;

import java.util.List;

/// Passes the first row of each set of rows with equal keys.
///
/// @param sorted whether equal rows come together (DISTINCT ON; or after a sort); then the order is kept
public record Distinct(PlanNode child, List<GroupKey> keys, boolean sorted) implements PlanNode {
    public Distinct {
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
