package org.pgherd.shardplanner.plan;

import java.util.List;

/// Sorts the child's rows; rows equal by the keys keep no order.
public record Sort(PlanNode child, List<SortKey> keys) implements PlanNode {
    public Sort {
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
