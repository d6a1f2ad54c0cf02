package org.pgherd.shardplanner.plan;

import java.util.List;

/// Remembers the child's rows by the values of the EXEC parameters that it reads, as long as they are few
/// (nodeMemoize.c). The child must give the same rows for the same values.
public record Memoize(PlanNode child) implements PlanNode {
    @Override
    public List<PlanColumn> output() {
        return child.output();
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
