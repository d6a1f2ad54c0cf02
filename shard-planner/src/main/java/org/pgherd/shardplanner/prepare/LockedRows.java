package org.pgherd.shardplanner.prepare;

import java.util.HashSet;
import java.util.Set;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.RowlessClause;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Locks of rows that are not there to be locked. A grouped view that is locked from outside has none of its tables
/// (CheckSelectLocking).
///
/// `a LEFT JOIN b FOR UPDATE OF b` is refused as PostgreSQL refuses it (make_outerjoininfo): where b's row is made up
/// there is none to lock. Looked at once outer joins are reduced: `... WHERE b.x = 1` makes up no rows of b. So does a
/// condition outside of the view that joins them.
final class LockedRows {
    private LockedRows() {}

    /// @param reduced after outer joins were reduced
    /// @return with views and subqueries that are locked from outside pulled up, and outer joins in them reduced
    static Query refuse(Query reduced, PlanningFacts facts) {
        if (ExprWalk.allQueries(reduced).stream()
                .allMatch(level -> level.rowMarks().isEmpty())) {
            return reduced;
        }
        Query query = ReduceOuterJoin.in(PullUpSimpleSubquery.withLocks(reduced, facts), facts);
        for (Query level : ExprWalk.allQueries(query)) {
            if (level.rowMarks().isEmpty()) {
                continue;
            }
            requireRows(level);
            Set<Integer> nullable = new HashSet<>();
            collect(level.jointree(), false, nullable);
            for (RowMarkClause mark : level.rowMarks()) {
                if (nullable.contains(mark.rti()) && !isWithoutTable(level.rte(mark.rti()))) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            name(mark) + " cannot be applied to the nullable side of an outer join");
                }
            }
        }
        return query;
    }

    /// A view that is locked from outside may have none of its own (CheckSelectLocking, which the planner calls again).
    private static void requireRows(Query level) {
        // views of set operations have no marks of their own
        String what = level.setOperations() == null ? RowlessClause.of(level.toBuilder()) : null;
        if (what != null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, name(level.rowMarks().getFirst()) + " is not allowed with " + what);
        }
    }

    /// Values that PostgreSQL pulls up, which leaves nothing to lock.
    private static boolean isWithoutTable(RangeTblEntry entry) {
        if (!(entry instanceof RteSubquery sub)) {
            return !(entry instanceof RteRelation);
        }
        Query query = sub.query();
        boolean simple = query.isSelect()
                && query.setOperations() == null
                && query.cteList().isEmpty()
                && !query.hasAggs()
                && !query.hasWindowFuncs()
                && !query.hasTargetSRFs()
                && query.groupClause().isEmpty()
                && query.groupingSets().isEmpty()
                && query.havingQual() == null
                && query.sortClause().isEmpty()
                && query.distinctClause().isEmpty()
                && query.limitCount() == null
                && query.limitOffset() == null;
        return simple && query.rtable().stream().allMatch(LockedRows::isWithoutTable);
    }

    private static String name(RowMarkClause mark) {
        return "FOR " + mark.strength().name().replace('_', ' ');
    }

    private static void collect(FromItem item, boolean isNullable, Set<Integer> nullable) {
        switch (item) {
            case RangeTblRef ref -> {
                if (isNullable) {
                    nullable.add(ref.rtindex());
                }
            }
            case FromExpr from -> from.fromList().forEach(child -> collect(child, isNullable, nullable));
            case JoinExpr join -> {
                JoinType type = join.joinType();
                collect(join.left(), isNullable || type == JoinType.RIGHT || type == JoinType.FULL, nullable);
                collect(join.right(), isNullable || type == JoinType.LEFT || type == JoinType.FULL, nullable);
            }
        }
    }
}
