package org.pgherd.shardplanner.cost;

import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;

/// Values of expressions as far as they are known when planning.
final class Constants {
    /// As PostgreSQL guesses the count of a LIMIT that it does not know, in parts of the rows; a plain number here.
    private static final double UNKNOWN_COUNT = 100;

    private Constants() {}

    /// Of a LIMIT clause, seen through the cast that parse analysis puts around it.
    static double count(Expr expr) {
        return switch (expr) {
            case Const c when c.value() instanceof Number n -> n.doubleValue();
            case FuncExpr f when f.args().size() == 1 -> count(f.args().getFirst());
            default -> UNKNOWN_COUNT;
        };
    }
}
