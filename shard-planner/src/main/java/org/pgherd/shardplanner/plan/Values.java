package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// Rows of expressions without Vars. One row of no columns is the input of a SELECT without FROM; no rows stand
/// for a
/// contradiction.
public record Values(List<List<Expr>> rows, List<PlanColumn> output) implements PlanNode {
    public Values {
        rows = rows.stream().map(List::copyOf).toList();
        output = List.copyOf(output);
    }

    /// One row without columns.
    public static Values oneRow() {
        return new Values(List.of(List.of()), List.of());
    }

    /// No row.
    public static Values none(List<PlanColumn> output) {
        return new Values(List.of(), output);
    }

    @Override
    public List<PlanNode> children() {
        return List.of();
    }
}
