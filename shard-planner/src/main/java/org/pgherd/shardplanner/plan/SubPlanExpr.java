package org.pgherd.shardplanner.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.PlannedExpr;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A subquery inside an expression, run by the coordinator (SubPlan of primnodes.h).
///
/// For each evaluation `values` are computed over the current row and assigned to the EXEC parameters
/// `parameters`, then `plan` runs. With no parameters its rows are the same each time in one run of the
/// statement and may be kept, for some ANY in a hash table.
///
/// @param kind EXISTS, EXPR, ARRAY, ANY, ALL or ROWCOMPARE. EXPR: NULL without a row, error 21000 "more than one
///     row returned by a subquery used as an expression" with two
/// @param repeatable whether equal values give equal rows, so that results may be remembered; not if a volatile
///     function is called
/// @param hashed ANY: whether the test is an equality, or several under AND, of which all have what is compared on the
///     left and a Param of kind SUBLINK on the right, so that the rows can be looked up (testexpr_is_hashable)
/// @param test ANY, ALL, ROWCOMPARE: the comparison over the current row, in which Params of kind SUBLINK number n
///     stand for column n of the plan's output
public record SubPlanExpr(
        Kind kind,
        PlanNode plan,
        List<Integer> parameters,
        List<Expr> values,
        boolean repeatable,
        boolean hashed,
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
        values = List.copyOf(values);
        if (parameters.size() != values.size()) {
            throw new AssertionError("SubPlanExpr: parameters and values differ in number");
        }
    }

    /// The correlation values, then the test if there is one.
    @Override
    public List<Expr> arguments() {
        if (test == null) {
            return values;
        }
        List<Expr> all = new ArrayList<>(values);
        all.add(test);
        return all;
    }

    @Override
    public Expr withArguments(List<Expr> changed) {
        boolean tested = test != null;
        return new SubPlanExpr(
                kind,
                plan,
                parameters,
                tested ? changed.subList(0, changed.size() - 1) : changed,
                repeatable,
                hashed,
                tested ? changed.getLast() : null,
                type,
                at);
    }
}
