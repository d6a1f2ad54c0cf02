package org.pgherd.shardplanner.planning;

import java.util.List;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// How PostgreSQL can bring equal keys together: by sorting, for which all types need an order, or by hashing, for
/// which all need a hash function (create_grouping_paths, create_distinct_paths, generate_nonunion_paths). What it has
/// no plan for is refused here too.
final class KeyMethods {
    private KeyMethods() {}

    /// @param sorting whether it can only be by sorting
    static boolean exist(List<SortGroupClause> keys, boolean sorting) {
        return keys.stream().allMatch(key -> key.sortOp() != 0)
                || !sorting && keys.stream().allMatch(SortGroupClause::hashable);
    }

    /// @param what as the message names it: GROUP BY, DISTINCT, INTERSECT...
    static void require(String what, List<SortGroupClause> keys, boolean sorting) {
        if (!exist(keys, sorting)) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "could not implement " + what)
                    .withDetail("Some of the datatypes only support hashing, while others only support sorting.");
        }
    }
}
