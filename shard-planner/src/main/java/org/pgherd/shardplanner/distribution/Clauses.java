package org.pgherd.shardplanner.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.GroupingSet;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.WindowClause;

/// Which clauses forbid a query over sharded rows to run on each shard alone: those that put rows of several shards
/// together. A clause that separates rows by the shard key does not.
final class Clauses {
    private Clauses() {}

    /// In words, or null if there is none.
    static @Nullable String obstacle(Query query, Spread spread, Equalities equal, Tables tables) {
        Set<Expr> keys = spread.keys();
        String key = tables.describeKeys(keys, query);
        if (query.hasAggs() && query.groupClause().isEmpty()) {
            return "an aggregate without GROUP BY needs the rows of all shards";
        }
        if (query.havingQual() != null && query.groupClause().isEmpty()) {
            return "HAVING without GROUP BY puts the rows of all shards together";
        }
        if (!query.groupClause().isEmpty() && !contains(query.groupClause(), query, equal, keys)) {
            return "GROUP BY does not contain the shard key " + key;
        }
        for (GroupingSet set : query.groupingSets()) {
            if (!everySetHasKey(set, query, equal, keys)) {
                return "a grouping set does not contain the shard key " + key;
            }
        }
        for (WindowClause window : query.windowClause()) {
            if (!contains(window.partitionClause(), query, equal, keys)) {
                return "a window is not partitioned by the shard key " + key;
            }
        }
        if (!query.distinctClause().isEmpty() && !contains(query.distinctClause(), query, equal, keys)) {
            return "DISTINCT does not contain the shard key " + key;
        }
        if (query.limitCount() != null || query.limitOffset() != null) {
            return "LIMIT needs the rows of all shards";
        }
        return null;
    }

    private static boolean contains(List<SortGroupClause> clauses, Query query, Equalities equal, Set<Expr> keys) {
        for (SortGroupClause clause : clauses) {
            for (TargetEntry entry : query.targetList()) {
                if (entry.sortGroupRef() == clause.tleSortGroupRef() && equal.isKey(entry.expr(), keys)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean everySetHasKey(GroupingSet set, Query query, Equalities equal, Set<Expr> keys) {
        return switch (set.kind()) {
            case EMPTY, ROLLUP, CUBE -> false;
            case SIMPLE -> {
                List<Expr> exprs = new ArrayList<>();
                for (TargetEntry entry : query.targetList()) {
                    if (entry.sortGroupRef() != 0 && set.refs().contains(entry.sortGroupRef())) {
                        exprs.add(entry.expr());
                    }
                }
                yield exprs.stream().anyMatch(expr -> equal.isKey(expr, keys));
            }
            case SETS -> set.content().stream().allMatch(inner -> everySetHasKey(inner, query, equal, keys));
        };
    }
}
