package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// One function of a [FunctionScan].
///
/// @param call over parameters and constants; returns a set or one value
/// @param columns its columns: one for a scalar result, the fields for a composite one (`composite`)
/// @param once whether the call is volatile: it is made once as long as its parameters stay, however often the scan
///     begins anew
public record TableFunction(Expr call, boolean composite, List<PlanColumn> columns, boolean once) {
    public TableFunction {
        columns = List.copyOf(columns);
    }
}
