package org.pgherd.shardplanner.prepare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.value.PgRange;

/// `'(,)'::int4range @> x`  =>  true;  `'empty'::int4range @> x`  =>  false   (find_simplified_clause of rangetypes.c).
///
/// A user sees it: x may be NULL. With bounds the comparisons that PostgreSQL makes of it give the same.
final class RangeContains {
    private static final int RANGE_CONTAINS_ELEM = 3858;
    private static final int ELEM_CONTAINED_BY_RANGE = 3860;

    private RangeContains() {}

    /// Whether it may be found to hold, or not to hold, for a NULL too: what its range is, is computed later.
    static boolean mayHoldForNull(Expr expr) {
        Expr range = range(expr);
        return range instanceof Const
                ? of(expr) != null
                : range != null
                        && !ExprWalk.any(range, e -> e instanceof Var || e instanceof Param || e instanceof SubLink);
    }

    /// Null if its range is not known, or has bounds.
    static @Nullable Const of(Expr expr) {
        if (!(range(expr) instanceof Const c && c.value() instanceof PgRange range) || element(expr) instanceof Const) {
            return null;
        }
        boolean degenerate = range.empty() || range.lower() == null && range.upper() == null;
        return degenerate ? Const.ofBoolean(!range.empty(), expr.at()) : null;
    }

    private static @Nullable Expr range(Expr expr) {
        return switch (function(expr)) {
            case RANGE_CONTAINS_ELEM -> args(expr).getFirst();
            case ELEM_CONTAINED_BY_RANGE -> args(expr).getLast();
            default -> null;
        };
    }

    private static Expr element(Expr expr) {
        return function(expr) == RANGE_CONTAINS_ELEM
                ? args(expr).getLast()
                : args(expr).getFirst();
    }

    private static int function(Expr expr) {
        return switch (expr) {
            case OpExpr op -> op.opFuncId();
            case FuncExpr f -> f.funcId();
            default -> 0;
        };
    }

    private static List<Expr> args(Expr expr) {
        return expr instanceof OpExpr op ? op.args() : ((FuncExpr) expr).args();
    }
}
