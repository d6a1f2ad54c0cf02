package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// The order of one server's rows that nobody has asked for, but which it cannot help: that of the last window, and of
/// groups by [GroupOrder]. Where every shard answers for rows of its own, they are merged by it.
final class GivenOrder {
    private GivenOrder() {}

    /// With an ORDER BY that says it; as it is if there is no such order, or if it goes by what is not shown.
    static Query said(Query query, PlanningFacts facts) {
        boolean open = query.isSelect()
                && query.sortClause().isEmpty()
                && query.distinctClause().isEmpty()
                && query.setOperations() == null
                && !query.hasTargetSRFs();
        List<SortGroupClause> order = open ? order(query) : List.of();
        if (order.isEmpty() || !order.stream().allMatch(clause -> isShown(clause, query, facts))) {
            return query;
        }
        Query.Builder b = query.toBuilder();
        b.sortClause = order;
        return b.build();
    }

    private static List<SortGroupClause> order(Query query) {
        if (!query.windowClause().isEmpty()) {
            return WindowOrder.sorting(WindowOrder.of(query.windowClause()).getLast());
        }
        return query.groupingSets().isEmpty() && hasOrderedAggregate(query) ? query.groupClause() : List.of();
    }

    private static boolean isShown(SortGroupClause clause, Query query, PlanningFacts facts) {
        return clause.sortOp() != 0
                && query.targetList().stream()
                        .filter(entry -> !entry.junk() && entry.sortGroupRef() == clause.tleSortGroupRef())
                        .map(TargetEntry::expr)
                        .anyMatch(expr -> GroupOrder.isKnownHere(expr.type(), expr.collation(), facts));
    }

    private static boolean hasOrderedAggregate(Query query) {
        List<Expr> above = new ArrayList<>();
        query.targetList().stream().map(TargetEntry::expr).forEach(above::add);
        if (query.havingQual() != null) {
            above.add(query.havingQual());
        }
        return above.stream()
                .anyMatch(expr -> ExprWalk.anyDeep(
                        expr,
                        0,
                        (e, depth) -> e instanceof Aggref a && a.levelsUp() == depth && GroupOrder.wantsOrder(a)));
    }
}
