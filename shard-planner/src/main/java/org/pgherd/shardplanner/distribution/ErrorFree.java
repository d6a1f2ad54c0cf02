package org.pgherd.shardplanner.distribution;

import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.WindowFunc;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// Expressions that raise no error whatever row they are computed over, so that they may be computed over rows that
/// PostgreSQL would not have looked at. Conservative: built-in comparisons and what puts them together, and sums of
/// types that do not overflow in practice's reach.
public final class ErrorFree {
    private ErrorFree() {}

    public static boolean is(Expr expr, PlanningFacts facts) {
        boolean constant = !ExprWalk.any(
                expr, e -> e instanceof Var || e instanceof SubLink || e instanceof Aggref || e instanceof WindowFunc);
        if (constant && ExprFacts.volatility(expr, facts) == Volatility.IMMUTABLE) {
            // PostgreSQL computes it once, whichever rows there are
            return true;
        }
        return switch (expr) {
            case Var _, Const _, Param _ -> true;
            case RelabelType r -> is(r.arg(), facts);
            case NullTest n -> is(n.arg(), facts);
            case BoolExpr b -> b.args().stream().allMatch(arg -> is(arg, facts));
            case OpExpr op -> isOperator(op, facts) && op.args().stream().allMatch(arg -> is(arg, facts));
            case ScalarArrayOpExpr in ->
                builtin(in.opNo())
                        && facts.operatorName(in.opNo()).matches("=|<>")
                        && in.args().stream()
                                .allMatch(arg -> is(arg, facts) || !ExprWalk.any(arg, e -> e instanceof Var));
            default -> false;
        };
    }

    /// Whether the operator itself raises no error, whatever its arguments.
    public static boolean isOperator(OpExpr op, PlanningFacts facts) {
        return comparison(op, facts) || exact(op, facts);
    }

    private static boolean comparison(OpExpr op, PlanningFacts facts) {
        return op.args().size() == 2
                && builtin(op.opNo())
                && op.type().oid() == TypeOids.BOOL
                && facts.operatorName(op.opNo()).matches("=|<>|<|<=|>|>=|~~|!~~");
    }

    private static boolean exact(OpExpr op, PlanningFacts facts) {
        return op.args().size() == 2
                && builtin(op.opNo())
                && op.type().oid() == TypeOids.NUMERIC
                && facts.operatorName(op.opNo()).matches("[+*-]");
    }

    private static boolean builtin(int operator) {
        return Integer.compareUnsigned(operator, 16384) < 0;
    }
}
