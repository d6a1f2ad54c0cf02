package org.pgherd.shardplanner.plan;

import java.util.List;

/// WITH RECURSIVE: yields the rows of `start`, then runs `step` with the rows of the last round in the work table
/// until a round yields none.
///
/// @param workTable number that [WorkTableScan] names
/// @param distinctKeys every column for UNION (rows seen in any earlier round are dropped), empty for UNION ALL
public record RecursiveUnion(
        int workTable, PlanNode start, PlanNode step, List<GroupKey> distinctKeys, List<PlanColumn> output)
        implements PlanNode {
    public RecursiveUnion {
        distinctKeys = List.copyOf(distinctKeys);
        output = List.copyOf(output);
    }

    @Override
    public List<PlanNode> children() {
        return List.of(start, step);
    }
}
