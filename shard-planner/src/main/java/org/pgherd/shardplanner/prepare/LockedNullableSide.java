package org.pgherd.shardplanner.prepare;

import java.util.HashSet;
import java.util.Set;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// `a LEFT JOIN b FOR UPDATE OF b` is refused as PostgreSQL refuses it (make_outerjoininfo): where b's row is made up
/// there is none to lock. Looked at once outer joins are reduced: `... WHERE b.x = 1` makes up no rows of b.
final class LockedNullableSide {
    private LockedNullableSide() {}

    static void refuse(Query query) {
        for (Query level : ExprWalk.allQueries(query)) {
            if (level.rowMarks().isEmpty()) {
                continue;
            }
            Set<Integer> nullable = new HashSet<>();
            collect(level.jointree(), false, nullable);
            for (RowMarkClause mark : level.rowMarks()) {
                if (nullable.contains(mark.rti())) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "FOR " + mark.strength().name().replace('_', ' ')
                                    + " cannot be applied to the nullable side of an outer join");
                }
            }
        }
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
