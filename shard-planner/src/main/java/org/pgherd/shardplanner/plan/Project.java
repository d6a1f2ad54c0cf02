package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// Computes each output column from the child's row.
public record Project(PlanNode child, List<Expr> expressions, List<PlanColumn> output) implements PlanNode {
    public Project {
        expressions = List.copyOf(expressions);
        output = List.copyOf(output);
        if (expressions.size() != output.size()) {
            throw new AssertionError("Project: " + expressions.size() + " expressions, " + output.size() + " columns");
        }
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
