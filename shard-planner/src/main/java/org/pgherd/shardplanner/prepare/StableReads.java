package org.pgherd.shardplanner.prepare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.CaseTestExpr;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.WindowFunc;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// Functions that are not volatile see the tables as they were before the statement that calls them. One that the
/// coordinator calls asks the shards when the statement may have written already, so it must not read what is written:
/// a
/// call that no row decides is made before, and what nobody reads writes last; others are refused.
public final class StableReads {
    private StableReads() {}

    /// @param query a statement that is taken apart
    /// @param once makes a parameter of what is computed before the statement begins
    public static Query in(Query query, PlanningFacts facts, UnaryOperator<Expr> once) {
        Set<Integer> written = new HashSet<>(written(query, facts));
        query.cteList().forEach(cte -> written.addAll(written(cte.query(), facts)));
        if (written.isEmpty()) {
            return query;
        }
        boolean[] changed = {false};
        Query computed = new ExprRewriter() {
            @Override
            public Expr rewrite(Expr expr) {
                if (expr instanceof FuncExpr call && isRead(call, written, facts) && isOfNoRow(call)) {
                    changed[0] = true;
                    return once.apply(call);
                }
                return rewriteChildren(expr);
            }
        }.rewrite(query);
        refuse(computed, facts);
        return changed[0] ? computed : query;
    }

    private static boolean isOfNoRow(FuncExpr call) {
        return !call.retset()
                && !ExprWalk.any(
                        call,
                        e -> e instanceof Var
                                || e instanceof SubLink
                                || e instanceof Aggref
                                || e instanceof WindowFunc
                                || e instanceof CaseTestExpr);
    }

    private static boolean isRead(FuncExpr call, Set<Integer> written, PlanningFacts facts) {
        return facts.volatility(call.funcId()) != Volatility.VOLATILE
                && facts.tablesReadBy(call.funcId()).stream().anyMatch(written::contains);
    }

    private static void refuse(Query query, PlanningFacts facts) {
        for (CommonTableExpr cte : query.cteList()) {
            refuse(written(cte.query(), facts), query, cte.query(), facts);
        }
        refuse(written(query, facts), query, null, facts);
        Set<Integer> own = written(query, facts);
        query.returningList().forEach(entry -> refuse(own, entry.expr(), facts));
    }

    private static Set<Integer> written(Query query, PlanningFacts facts) {
        return query.resultRelation() != 0 && query.rte(query.resultRelation()) instanceof RteRelation target
                ? new HashSet<>(facts.withDescendants(target.relation().oid()))
                : Set.of();
    }

    /// Calls in the parts of a statement other than the one that writes.
    ///
    /// @param writer the WITH query; null for the statement itself
    private static void refuse(Set<Integer> written, Query statement, @Nullable Query writer, PlanningFacts facts) {
        if (written.isEmpty()) {
            return;
        }
        boolean last = writer != null && writesLast(writer, statement);
        for (CommonTableExpr cte : statement.cteList()) {
            if (cte.query() != writer) {
                if (!last) {
                    refuse(written, cte.query(), facts);
                }
            } else {
                cte.query().returningList().forEach(entry -> refuse(written, entry.expr(), facts));
            }
        }
        if (writer != null && !last) {
            Query.Builder main = statement.toBuilder();
            main.cteList = List.of();
            refuse(written, main.build(), facts);
        }
    }

    /// Whether all that the statement reads has been read before the one WITH query that writes begins: nobody reads
    /// its rows, so that it runs when the statement has given its own (ExecPostprocessPlan).
    private static boolean writesLast(Query writer, Query statement) {
        return statement.isSelect()
                && statement.cteList().stream()
                        .allMatch(cte -> cte.query() == writer
                                ? cte.refCount() == 0
                                : cte.query().isSelect())
                && ExprWalk.allQueries(writer).stream()
                        .flatMap(q -> q.rtable().stream())
                        .noneMatch(RteCte.class::isInstance);
    }

    private static void refuse(Set<Integer> written, Query query, PlanningFacts facts) {
        for (Query q : ExprWalk.allQueries(query)) {
            ExprWalk.expressions(q).forEach(expr -> refuse(written, expr, facts));
        }
    }

    private static void refuse(Set<Integer> written, Expr expr, PlanningFacts facts) {
        ExprWalk.forEach(expr, e -> {
            if (e instanceof FuncExpr call && isRead(call, written, facts)) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "function " + call.name() + " reads what the statement writes, as it was before",
                        call.at());
            }
        });
    }
}
