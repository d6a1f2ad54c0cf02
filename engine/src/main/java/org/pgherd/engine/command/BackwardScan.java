package org.pgherd.engine.command;

import java.util.List;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.JoinExpr;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.semantics.catalog.ProcRow;

/// Whether PostgreSQL's plan of a cursor's query could be read backward (ExecSupportsBackwardScan of execAmi.c), told
/// by what the query is: scans, sorts and limits of them can, joins, groups and bare results cannot.
public final class BackwardScan {
    private BackwardScan() {}

    static boolean isLikely(Statement statement, CatalogView view) {
        if (!(statement instanceof SelectStmt select) || locks(statement)) {
            return false;
        }
        if (select.larg() != null
                || select.distinct()
                || !select.distinctClause().isEmpty()
                || !select.groupClause().isEmpty()
                || select.havingClause() != null) {
            return false;
        }
        if (calls(select, view)) {
            return false;
        }
        boolean oneTable =
                select.fromClause().size() == 1 && !(select.fromClause().getFirst() instanceof JoinExpr)
                        || !select.valuesLists().isEmpty();
        boolean sorted = !select.sortClause().isEmpty() && !select.fromClause().isEmpty();
        return oneTable || sorted;
    }

    /// Such a cursor never goes back.
    public static boolean locks(Statement statement) {
        return statement instanceof SelectStmt select && !select.lockingClause().isEmpty();
    }

    /// Aggregates, window functions and sets in the target list.
    private static boolean calls(SelectStmt select, CatalogView view) {
        for (var target : select.targetList()) {
            for (FuncCall call : AstWalk.all(target, FuncCall.class)) {
                List<String> name = call.funcname();
                for (ProcRow row : view.functions(name.size() > 1 ? name.get(name.size() - 2) : null, name.getLast())) {
                    if (call.over() != null || row.kind() == 'a' || row.returnsSet()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
