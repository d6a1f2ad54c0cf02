package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Sort;
import org.pgherd.shardplanner.plan.SortKey;

/// Where values of a type without a hash function are grouped or made distinct, PostgreSQL sorts (grouping_is_hashable
/// of tlist.c). That shows: anonymous records count among them, and to sort those whose fields have no order, or differ
/// in type, is an error as soon as there are two rows.
final class UnhashableKeys {
    private UnhashableKeys() {}

    /// The input with equal keys one after another; as it is where they can be hashed.
    ///
    /// @param keys of the clauses, and perhaps more
    static PlanNode sorted(PlanNode input, List<SortGroupClause> clauses, List<GroupKey> keys, PlanningFacts facts) {
        if (clauses.stream().allMatch(SortGroupClause::hashable)) {
            return input;
        }
        List<SortKey> order = new ArrayList<>();
        for (GroupKey key : keys) {
            int less = facts.orderingOperator(key.type().oid(), false);
            order.add(new SortKey(key.column(), key.type(), less, key.equality(), false, false, key.collation()));
        }
        return new Sort(input, order);
    }
}
