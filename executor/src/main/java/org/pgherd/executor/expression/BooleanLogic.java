package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.semantics.value.PgRecord;

/// AND, OR, NOT, and the tests that are never NULL.
final class BooleanLogic {
    private BooleanLogic() {}

    static Evaluator connective(BoolExpr expr, Evaluator[] args) {
        return switch (expr.kind()) {
            case AND -> untilDecided(args, Boolean.FALSE);
            case OR -> untilDecided(args, Boolean.TRUE);
            case NOT -> {
                Evaluator arg = args[0];
                yield frame -> {
                    Object value = arg.evaluate(frame);
                    return value == null ? null : !(Boolean) value;
                };
            }
        };
    }

    /// Left to right until one argument alone decides; a NULL before that makes the result NULL.
    private static Evaluator untilDecided(Evaluator[] args, Boolean deciding) {
        return frame -> {
            boolean sawNull = false;
            for (Evaluator arg : args) {
                Object value = arg.evaluate(frame);
                if (value == null) {
                    sawNull = true;
                } else if (value.equals(deciding)) {
                    return deciding;
                }
            }
            return sawNull ? null : !deciding;
        };
    }

    static Evaluator test(BooleanTest expr, Evaluator arg) {
        return switch (expr.kind()) {
            case IS_TRUE -> frame -> Boolean.TRUE.equals(arg.evaluate(frame));
            case IS_NOT_TRUE -> frame -> !Boolean.TRUE.equals(arg.evaluate(frame));
            case IS_FALSE -> frame -> Boolean.FALSE.equals(arg.evaluate(frame));
            case IS_NOT_FALSE -> frame -> !Boolean.FALSE.equals(arg.evaluate(frame));
            case IS_UNKNOWN -> frame -> arg.evaluate(frame) == null;
            case IS_NOT_UNKNOWN -> frame -> arg.evaluate(frame) != null;
        };
    }

    static Evaluator nullTest(NullTest expr, Evaluator arg) {
        boolean wantNull = expr.isNull();
        if (!expr.argIsRow()) {
            return frame -> (arg.evaluate(frame) == null) == wantNull;
        }
        // a row is NULL when all its fields are, and NOT NULL when none is: neither is the other's negation
        return frame -> {
            Object value = arg.evaluate(frame);
            return value == null ? wantNull : allFields((PgRecord) value, wantNull);
        };
    }

    private static boolean allFields(PgRecord row, boolean wantNull) {
        for (@Nullable Object field : row.values()) {
            if ((field == null) != wantNull) {
                return false;
            }
        }
        return true;
    }
}
