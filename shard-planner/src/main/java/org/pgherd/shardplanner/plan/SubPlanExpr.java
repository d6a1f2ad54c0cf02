package org.pgherd.shardplanner.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.PlannedExpr;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A subquery inside an expression, run by the coordinator (SubPlan of primnodes.h).
///
/// For each evaluation `arguments` are computed over the current row and assigned to the EXEC parameters
/// `parameters`, then `plan` runs. With no parameters its rows are the same each time in one run of the statement and
/// may be kept (and hashed by the executor for ANY over one equality).
///
/// @param kind EXISTS, EXPR, ARRAY, ANY, ALL or ROWCOMPARE. EXPR: NULL without a row, error 21000 "more than one row
///     returned by a subquery used as an expression" with two
/// @param test ANY, ALL, ROWCOMPARE: the comparison over the current row, in which Params of kind SUBLINK number n
///     stand for column n of the plan's output
public record SubPlanExpr(
        Kind kind,
        PlanNode plan,
        List<Integer> parameters,
        List<Expr> arguments,
        @Nullable Expr test,
        SqlType type,
        Position at)
        implements PlannedExpr {
    public enum Kind {
        EXISTS,
        EXPR,
        ARRAY,
        ANY,
        ALL,
        ROWCOMPARE
    }

    public SubPlanExpr {
        parameters = List.copyOf(parameters);
        arguments = List.copyOf(arguments);
        if (parameters.size() != arguments.size()) {
            throw new AssertionError("SubPlanExpr: parameters and arguments differ in number");
        }
    }

    /// The correlation arguments, then the test if there is one.
    @Override
    public List<Expr> arguments() {
        return arguments;
    }

    @Override
    public Expr withArguments(List<Expr> changed) {
        return new SubPlanExpr(kind, plan, parameters, changed, test, type, at);
    }
}
