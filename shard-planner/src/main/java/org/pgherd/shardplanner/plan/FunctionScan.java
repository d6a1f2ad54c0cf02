package org.pgherd.shardplanner.plan;

import java.util.List;

/// FROM f(...) or ROWS FROM (f(...), g(...)): the functions' rows side by side, shorter ones filled with NULLs.
///
/// @param ordinality whether a last column of type int8 numbers the rows from 1
public record FunctionScan(List<TableFunction> functions, boolean ordinality, List<PlanColumn> output)
        implements PlanNode {
    public FunctionScan {
        functions = List.copyOf(functions);
        output = List.copyOf(output);
    }

    @Override
    public List<PlanNode> children() {
        return List.of();
    }
}
