package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// A target list with set-returning functions: for each child row as many rows as the longest set has, the other
/// sets
/// filled with NULLs, other columns repeated. A set-returning function stands only as the root of an expression,
/// its
/// arguments hold none.
public record ProjectSet(PlanNode child, List<Expr> expressions, List<PlanColumn> output) implements PlanNode {
    public ProjectSet {
        expressions = List.copyOf(expressions);
        output = List.copyOf(output);
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
