package org.pgherd.shardplanner.plan;

import java.util.List;

/// All rows of the first child, then of the second, and so on. Column types are equal position by position.
public record Append(List<PlanNode> children, List<PlanColumn> output) implements PlanNode {
    public Append {
        children = List.copyOf(children);
        output = List.copyOf(output);
    }
}
