package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.MinMaxExpr;
import org.pgherd.analyzer.query.RowCompareExpr;
import org.pgherd.semantics.type.SqlType;

/// GREATEST, LEAST and the order of rows.
final class Comparisons {
    private Comparisons() {}

    /// NULLs are passed over.
    static Evaluator minMax(MinMaxExpr expr, Evaluator[] args) {
        ValueOrder order = ValueOrder.of(expr.type(), expr.inputCollation());
        int wanted = expr.kind() == MinMaxExpr.Kind.GREATEST ? 1 : -1;
        return frame -> {
            Object best = null;
            for (Evaluator arg : args) {
                Object value = arg.evaluate(frame);
                if (value != null
                        && (best == null || Integer.signum(order.compare(frame.context, value, best)) == wanted)) {
                    best = value;
                }
            }
            return best;
        };
    }

    /// Field by field until two differ; a NULL on the way makes the result NULL.
    static Evaluator rows(RowCompareExpr expr, Evaluator[] left, Evaluator[] right) {
        ValueOrder[] orders = new ValueOrder[left.length];
        for (int i = 0; i < orders.length; i++) {
            SqlType type = expr.left().get(i).type();
            orders[i] = ValueOrder.of(type, expr.inputCollations().get(i));
        }
        return frame -> {
            int comparison = 0;
            for (int i = 0; i < orders.length && comparison == 0; i++) {
                @Nullable Object a = left[i].evaluate(frame);
                @Nullable Object b = right[i].evaluate(frame);
                if (a == null || b == null) {
                    return null;
                }
                comparison = orders[i].compare(frame.context, a, b);
            }
            return switch (expr.kind()) {
                case LT -> comparison < 0;
                case LE -> comparison <= 0;
                case GE -> comparison >= 0;
                case GT -> comparison > 0;
            };
        };
    }
}
