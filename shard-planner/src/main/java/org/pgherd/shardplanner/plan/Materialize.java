package org.pgherd.shardplanner.plan;

import java.util.List;

/// Keeps the child's rows, so that they can be read again without running the child.
public record Materialize(PlanNode child) implements PlanNode {
    @Override
    public List<PlanColumn> output() {
        return child.output();
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
