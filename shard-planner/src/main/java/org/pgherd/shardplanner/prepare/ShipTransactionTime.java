package org.pgherd.shardplanner.prepare;

import java.util.function.UnaryOperator;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SqlValueFunction;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Reach;

/// now(), CURRENT_TIMESTAMP and their kin => one parameter each: the shards' transactions begin at different
/// times, the
/// statement has one.
public final class ShipTransactionTime extends ExprRewriter {
    private final PlanningFacts facts;
    private final UnaryOperator<Expr> parameter;

    private ShipTransactionTime(PlanningFacts facts, UnaryOperator<Expr> parameter) {
        this.facts = facts;
        this.parameter = parameter;
    }

    /// @param parameter makes the parameter that stands for an expression
    public static Query in(Query query, PlanningFacts facts, UnaryOperator<Expr> parameter) {
        return new ShipTransactionTime(facts, parameter).rewrite(query);
    }

    @Override
    public Expr rewrite(Expr expr) {
        return switch (expr) {
            case FuncExpr f
            when f.args().isEmpty() && facts.reach(f.funcId()) == Reach.TRANSACTION_TIME -> parameter.apply(f);
            case SqlValueFunction v when isTime(v) -> parameter.apply(v);
            default -> rewriteChildren(expr);
        };
    }

    private static boolean isTime(SqlValueFunction v) {
        return switch (v.op()) {
            case CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP, LOCALTIME, LOCALTIMESTAMP -> true;
            case CURRENT_ROLE, CURRENT_USER, USER, SESSION_USER, CURRENT_CATALOG, CURRENT_SCHEMA -> false;
        };
    }
}
