package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// One expression that a shard evaluates for the coordinator.
///
/// @param sql the expression over the columns `a1`, `a2`.. of the arguments
/// @param arguments over the child's row, in order
/// @param argumentTypes SQL names of the argument types (`integer`), for the casts of the arrays
/// @param column name and type of the result
public record AskCall(String sql, List<Expr> arguments, List<String> argumentTypes, PlanColumn column) {
    public AskCall {
        arguments = List.copyOf(arguments);
        argumentTypes = List.copyOf(argumentTypes);
    }
}
