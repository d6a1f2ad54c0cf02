package org.pgherd.shardplanner.plan;

import java.util.List;

/// Reads the rows of a [CteDefinition], each scan from the first one.
public record CteScan(int cte, String name, List<PlanColumn> output) implements PlanNode {
    public CteScan {
        output = List.copyOf(output);
    }

    @Override
    public List<PlanNode> children() {
        return List.of();
    }
}
