package org.pgherd.shardplanner.plan;

import java.util.ArrayList;
import java.util.List;

/// Rung 5: appends columns that a shard computes, row batch by row batch:
/// `SELECT f(a, b) FROM unnest($1, $2) WITH ORDINALITY AS u(a, b, n) ORDER BY n`.
public record AskShard(PlanNode child, List<AskCall> calls) implements PlanNode {
    public AskShard {
        calls = List.copyOf(calls);
    }

    @Override
    public List<PlanColumn> output() {
        List<PlanColumn> all = new ArrayList<>(child.output());
        for (AskCall call : calls) {
            all.add(call.column());
        }
        return List.copyOf(all);
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
