package org.pgherd.shardplanner.planning;

import java.util.List;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.plan.Rung;

/// Replaces subqueries that are uncorrelated and yield one value by parameters (init plans): what is left may
/// then be
/// pushed, and the value may pin a shard key. Subqueries that every shard can answer stay.
final class SingleValuedSubLinks extends ExprRewriter {
    private final QueryPlanner queries;
    private final Environment environment;

    private SingleValuedSubLinks(QueryPlanner queries, Environment environment) {
        this.queries = queries;
        this.environment = environment;
    }

    /// In a query's own expressions. It must not have WITH queries, for those are planned later.
    static Query in(Query query, QueryPlanner queries, Environment environment) {
        boolean any = query.cteList().isEmpty()
                && query.setOperations() == null
                && ExprWalk.expressions(query).stream().anyMatch(expr -> ExprWalk.any(expr, SubLink.class::isInstance));
        return any ? new SingleValuedSubLinks(queries, environment).rewrite(query) : query;
    }

    static Expr in(Expr expr, QueryPlanner queries, Environment environment) {
        return new SingleValuedSubLinks(queries, environment).rewrite(expr);
    }

    @Override
    public Expr rewrite(Expr expr) {
        if (expr instanceof SubLink link) {
            return isSingle(link)
                    ? queries.expressions(List.of(link), environment).getFirst()
                    : link;
        }
        return rewriteChildren(expr);
    }

    /// Subqueries keep theirs: they may be pushed with them.
    @Override
    public Query rewrite(Query query) {
        return depth == 0 ? super.rewrite(query) : query;
    }

    private boolean isSingle(SubLink link) {
        boolean kind = link.kind() == SubLink.Kind.EXPR
                || link.kind() == SubLink.Kind.EXISTS
                || link.kind() == SubLink.Kind.ARRAY;
        boolean correlated = ExprWalk.anyDeep(
                link.subselect(),
                0,
                (e, depth) -> e instanceof Var var && var.levelsUp() > depth
                        || e instanceof Aggref a && a.levelsUp() > depth
                        || planning().isVarying(e));
        if (!kind || correlated) {
            return false;
        }
        boolean everywhere = planning().allows(Rung.SCATTER)
                && environment.locality().below().of(link.subselect()).finding() instanceof Spread spread
                && spread.everywhere();
        return !everywhere;
    }

    private Planning planning() {
        return queries.planning();
    }
}
