package org.pgherd.executor.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.Expr;

/// CASE and COALESCE: what is not chosen is not evaluated.
final class Conditionals {
    private Conditionals() {}

    static Evaluator caseOf(CaseExpr expr, ExpressionCompiler compiler) {
        List<CaseWhen> whens = expr.whens();
        Evaluator[] conditions = new Evaluator[whens.size()];
        Evaluator[] results = new Evaluator[whens.size()];
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = compiler.compile(whens.get(i).condition());
            results[i] = compiler.compile(whens.get(i).result());
        }
        Evaluator orElse = compiler.compile(expr.orElse());
        Expr arg = expr.arg();
        if (arg == null) {
            return frame -> choose(frame, conditions, results, orElse);
        }
        Evaluator tested = compiler.compile(arg);
        return frame -> {
            Object value = tested.evaluate(frame);
            Object around = frame.caseValue;
            for (int i = 0; i < conditions.length; i++) {
                frame.caseValue = value;
                boolean chosen = conditions[i].isTrue(frame);
                frame.caseValue = around;
                if (chosen) {
                    return results[i].evaluate(frame);
                }
            }
            return orElse.evaluate(frame);
        };
    }

    private static @Nullable Object choose(
            RowFrame frame, Evaluator[] conditions, Evaluator[] results, Evaluator orElse) {
        for (int i = 0; i < conditions.length; i++) {
            if (conditions[i].isTrue(frame)) {
                return results[i].evaluate(frame);
            }
        }
        return orElse.evaluate(frame);
    }

    static Evaluator coalesce(Evaluator[] args) {
        return frame -> {
            for (Evaluator arg : args) {
                Object value = arg.evaluate(frame);
                if (value != null) {
                    return value;
                }
            }
            return null;
        };
    }
}
