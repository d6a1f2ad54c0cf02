package org.pgherd.executor.expression;

import java.util.List;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.XmlExpr;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.deparse.SyntaxText;
import org.pgherd.shardplanner.plan.AskedRows;

/// What a shard computes for the coordinator, one value or set of rows at a time: XML, where it could not be asked for
/// in batches.
final class AskedExpressions {
    private AskedExpressions() {}

    static Evaluator value(XmlExpr e, Evaluator[] arguments) {
        List<Expr> all = e.arguments();
        String sql = "SELECT " + SyntaxText.xml(e, arg -> "$" + (indexOf(all, arg) + 1));
        List<SqlType> types = all.stream().map(Expr::type).toList();
        List<SqlType> result = List.of(e.type());
        return frame -> {
            try (RowIterator rows = frame.context
                    .routines()
                    .ask(sql, frame.context.functions(), types, Calls.evaluateAll(arguments, frame), result)) {
                return rows.next() ? rows.get(0) : null;
            }
        };
    }

    private static int indexOf(List<Expr> arguments, Expr argument) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) == argument) {
                return i;
            }
        }
        throw new AssertionError("not an argument: " + argument);
    }

    static Calls.SetEvaluator rows(AskedRows asked, Evaluator[] arguments) {
        List<SqlType> types = asked.arguments().stream().map(Expr::type).toList();
        return frame -> frame.context
                .routines()
                .ask(
                        asked.sql(),
                        frame.context.functions(),
                        types,
                        Calls.evaluateAll(arguments, frame),
                        asked.columns());
    }
}
