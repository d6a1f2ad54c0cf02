package org.pgherd.shardplanner.plan;

import java.util.List;

/// INTERSECT or EXCEPT of two inputs with equal column types.
///
/// @param all whether duplicates count (INTERSECT ALL: min(m, n) copies; EXCEPT ALL: max(m - n, 0))
/// @param keys every column
public record SetOp(Kind kind, boolean all, PlanNode left, PlanNode right, List<GroupKey> keys, List<PlanColumn> output)
        implements PlanNode {
    public enum Kind {
        INTERSECT,
        EXCEPT
    }

    public SetOp {
        keys = List.copyOf(keys);
        output = List.copyOf(output);
    }

    @Override
    public List<PlanNode> children() {
        return List.of(left, right);
    }
}
