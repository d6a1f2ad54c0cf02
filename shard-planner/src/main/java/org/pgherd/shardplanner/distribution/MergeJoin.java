package org.pgherd.shardplanner.distribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.MergeAction;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;

/// How a MERGE joins its source and its target (transform_MERGE_to_join of prepjointree.c).
final class MergeJoin {
    private MergeJoin() {}

    /// The outer join that shows the rows without a partner; null if there is nothing to do with those, or no MERGE.
    static @Nullable JoinExpr outer(Query query) {
        boolean source = has(query, MergeAction.MatchKind.NOT_MATCHED_BY_TARGET);
        boolean target = has(query, MergeAction.MatchKind.NOT_MATCHED_BY_SOURCE);
        if (query.commandType() != CommandType.MERGE || !source && !target) {
            return null;
        }
        FromItem own = new RangeTblRef(query.resultRelation());
        List<FromItem> others = new ArrayList<>();
        for (FromItem item : query.jointree().fromList()) {
            if (!item.equals(own)) {
                others.add(item);
            }
        }
        FromItem from = others.size() == 1 ? others.getFirst() : new FromExpr(others, null);
        JoinType type = source && target ? JoinType.FULL : JoinType.LEFT;
        return new JoinExpr(
                type, false, source ? from : own, source ? own : from, List.of(), query.mergeJoinCondition(), null, 0);
    }

    private static boolean has(Query query, MergeAction.MatchKind kind) {
        return query.mergeActionList().stream().anyMatch(action -> action.matchKind() == kind);
    }
}
