package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// Passes all rows of its child if every qual holds, and else asks the child for none: quals that read no column and
/// are not volatile (the one-time filters of create_gating_plan). What the child would fail at is then not met.
public record Gate(PlanNode child, List<Expr> quals) implements PlanNode {
    public Gate {
        quals = List.copyOf(quals);
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
