package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// Passes the rows for which every qual is true; quals are tried in order, the first that is not true ends the row.
public record Filter(PlanNode child, List<Expr> quals) implements PlanNode {
    public Filter {
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
