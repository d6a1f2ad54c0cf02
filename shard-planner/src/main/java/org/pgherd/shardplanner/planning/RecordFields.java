package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.plan.PlanColumn;

/// What the fields of anonymous records are called: a record on the wire tells types only, and functions such as
/// row_to_json() show the names.
final class RecordFields {
    private RecordFields() {}

    /// The output of a query that shards run.
    static List<PlanColumn> columns(Query query) {
        List<TargetEntry> entries = query.outputColumns();
        List<PlanColumn> columns = new ArrayList<>();
        for (PlanColumn column : Remotes.columns(entries)) {
            Expr expr = entries.get(columns.size()).expr();
            columns.add(new PlanColumn(column.name(), column.type(), of(expr, query)));
        }
        return columns;
    }

    private static List<String> of(Expr expr, Query query) {
        if (expr.type().oid() != TypeOids.RECORD) {
            return List.of();
        }
        if (expr instanceof RowExpr row) {
            return row.colNames();
        }
        if (!(expr instanceof Var var) || var.levelsUp() > 0) {
            return List.of();
        }
        if (var.attno() == 0) {
            return query.rte(var.varno()).eref().columnNames();
        }
        return var.attno() > 0 && query.rte(var.varno()) instanceof RteSubquery sub
                ? of(sub.query().outputColumns().get(var.attno() - 1).expr(), sub.query())
                : List.of();
    }
}
