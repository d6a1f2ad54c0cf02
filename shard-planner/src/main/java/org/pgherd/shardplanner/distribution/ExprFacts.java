package org.pgherd.shardplanner.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.NextValue;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RowCompareExpr;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.SqlValueFunction;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.SyntaxExpr;
import org.pgherd.analyzer.query.WindowFunc;
import org.pgherd.analyzer.query.XmlExpr;
import org.pgherd.analyzer.query.XmlTableExpr;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Reach;
import org.pgherd.shardplanner.facts.Volatility;

/// What the functions in an expression add up to. Queries of sublinks are not entered.
public final class ExprFacts {
    private ExprFacts() {}

    /// Calls `visit` with every function that the expression calls, those behind operators included.
    public static void functions(@Nullable Expr expr, PlanningFacts facts, IntConsumer visit) {
        if (expr == null) {
            return;
        }
        ExprWalk.forEach(expr, e -> ownFunction(e, facts, visit));
    }

    /// Calls `visit` with the functions of the expression's root.
    public static void ownFunction(Expr expr, PlanningFacts facts, IntConsumer visit) {
        switch (expr) {
            case FuncExpr f -> visit.accept(f.funcId());
            case OpExpr o -> visit.accept(o.opFuncId());
            case DistinctExpr o -> visit.accept(o.opFuncId());
            case NullIfExpr o -> visit.accept(o.opFuncId());
            case ScalarArrayOpExpr o -> visit.accept(o.opFuncId());
            case Aggref a -> visit.accept(a.aggFnOid());
            case WindowFunc w -> visit.accept(w.winFnOid());
            case RowCompareExpr r -> r.opNos().forEach(op -> visit.accept(facts.operatorFunction(op)));
            default -> {}
        }
    }

    public static Volatility volatility(@Nullable Expr expr, PlanningFacts facts) {
        Volatility[] worst = {Volatility.IMMUTABLE};
        if (expr == null) {
            return worst[0];
        }
        functions(expr, facts, function -> worst[0] = worst[0].worse(facts.volatility(function)));
        if (ExprWalk.any(
                expr, e -> e instanceof SqlValueFunction || e instanceof CoerceViaIO || e instanceof SyntaxExpr)) {
            worst[0] = worst[0].worse(Volatility.STABLE);
        }
        if (ExprWalk.any(expr, e -> e instanceof NextValue)) {
            worst[0] = Volatility.VOLATILE;
        }
        return worst[0];
    }

    /// Whether a query or one below it calls a volatile function, so that each of its runs counts.
    public static boolean isVolatile(Query query, PlanningFacts facts) {
        return ExprWalk.allQueries(query).stream()
                .flatMap(q -> ExprWalk.expressions(q).stream())
                .anyMatch(expr -> volatility(expr, facts) == Volatility.VOLATILE);
    }

    /// Whether it, or a query within it, is volatile.
    public static boolean isVolatile(@Nullable Expr expr, PlanningFacts facts) {
        return volatility(expr, facts) == Volatility.VOLATILE
                || subLinks(expr).stream().anyMatch(link -> isVolatile(link.subselect(), facts));
    }

    /// The farthest reach of the functions in an expression.
    public static Reach reach(@Nullable Expr expr, PlanningFacts facts) {
        Reach[] farthest = {Reach.NOTHING};
        if (expr == null) {
            return farthest[0];
        }
        functions(expr, facts, function -> {
            Reach reach = facts.reach(function);
            if (reach.ordinal() > farthest[0].ordinal()) {
                farthest[0] = reach;
            }
        });
        if (farthest[0].ordinal() < Reach.CATALOG.ordinal() && ExprWalk.any(expr, e -> e instanceof NextValue)) {
            farthest[0] = Reach.CATALOG;
        }
        return farthest[0];
    }

    /// Whether the coordinator can compute all of the expression.
    public static boolean runsHere(Expr expr, PlanningFacts facts) {
        boolean[] all = {!ExprWalk.any(expr, e -> isXml(e) || CollatedCalls.isOnlyThere(e, facts.types()))};
        functions(expr, facts, function -> {
            if (all[0] && !facts.runsHere(function)) {
                all[0] = false;
            }
        });
        return all[0];
    }

    /// Java has no XML.
    public static boolean isXml(Expr expr) {
        return expr instanceof XmlExpr || expr instanceof XmlTableExpr;
    }

    /// The sublinks of an expression, outermost ones only.
    public static List<SubLink> subLinks(@Nullable Expr expr) {
        List<SubLink> list = new ArrayList<>();
        if (expr != null) {
            ExprWalk.forEach(expr, e -> {
                if (e instanceof SubLink link) {
                    list.add(link);
                }
            });
        }
        return list;
    }
}
