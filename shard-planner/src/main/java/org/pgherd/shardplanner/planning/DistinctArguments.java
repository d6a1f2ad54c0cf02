package org.pgherd.shardplanner.planning;

import java.util.Set;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// The order in which an aggregate with DISTINCT gets its arguments. PostgreSQL always sorts them (nodeAgg.c), so that
/// array_agg(DISTINCT x) is in order; what comes out of others is the same in any order, they need not wait.
final class DistinctArguments {
    private static final Set<String> ANY_ORDER =
            Set.of("count", "min", "max", "bool_and", "bool_or", "every", "bit_and", "bit_or", "bit_xor");
    private static final Set<Integer> EXACT = Set.of(TypeOids.INT2, TypeOids.INT4, TypeOids.INT8, TypeOids.NUMERIC);

    private DistinctArguments() {}

    /// Whether they must come sorted.
    static boolean comeSorted(Aggref call, PlanningFacts facts) {
        if (call.distinct().isEmpty()) {
            return false;
        }
        String name = facts.functionName(call.aggFnOid());
        boolean exact = (name.equals("sum") || name.equals("avg"))
                && EXACT.contains(call.args().getFirst().expr().type().oid());
        boolean hashable = call.distinct().stream().allMatch(SortGroupClause::hashable);
        return !hashable || !exact && !ANY_ORDER.contains(name);
    }
}
