package org.pgherd.shardplanner.plan;

import java.util.ArrayList;
import java.util.List;

/// Evaluates window functions that share one window. The child comes sorted by partition, then by order.
/// The output is the child's columns, then one column per call.
public record WindowAgg(
        PlanNode child,
        List<GroupKey> partition,
        List<SortKey> order,
        FrameClause frame,
        List<WindowCall> calls,
        List<PlanColumn> callColumns)
        implements PlanNode {
    public WindowAgg {
        partition = List.copyOf(partition);
        order = List.copyOf(order);
        calls = List.copyOf(calls);
        callColumns = List.copyOf(callColumns);
    }

    @Override
    public List<PlanColumn> output() {
        List<PlanColumn> all = new ArrayList<>(child.output());
        all.addAll(callColumns);
        return List.copyOf(all);
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
