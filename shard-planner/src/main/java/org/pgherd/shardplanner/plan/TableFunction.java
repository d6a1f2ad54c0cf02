package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// One function of a [FunctionScan].
///
/// @param call over parameters and constants; returns a set or one value
/// @param columns its columns: one for a scalar result, the fields for a composite one (`composite`)
public record TableFunction(Expr call, boolean composite, List<PlanColumn> columns) {
    public TableFunction {
        columns = List.copyOf(columns);
    }
}
