package org.pgherd.shardplanner.plan;

import java.util.List;

/// The rows that the last round of the enclosing [RecursiveUnion] with this number yielded.
public record WorkTableScan(int workTable, List<PlanColumn> output) implements PlanNode {
    public WorkTableScan {
        output = List.copyOf(output);
    }

    @Override
    public List<PlanNode> children() {
        return List.of();
    }
}
