package org.pgherd.shardplanner.rule;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.semantics.type.SqlType;

/// Limit n OFFSET m(Sort(Distinct(Project(Remote))))  =>  the same over Remote(SELECT DISTINCT .. ORDER BY .. LIMIT n + m).
///
/// The first n + m rows of all are among the first n + m of each shard, and DISTINCT of the union of distinct rows is
/// DISTINCT of all rows; sorted outputs are merged instead of sorted.
/// Counter-example: OFFSET must stay here, for each shard would skip m rows of its own.
public final class FinishOnEachShard {
    private FinishOnEachShard() {}

    /// The LIMIT that each shard may apply; null if none may.
    public static @Nullable Expr limit(Query query) {
        if (query.limitCount() == null || query.limitOffset() == null) {
            return query.limitCount();
        }
        if (query.limitCount() instanceof Const count
                && query.limitOffset() instanceof Const offset
                && count.value() instanceof Long n
                && offset.value() instanceof Long m
                && n >= 0
                && m >= 0
                && n + m >= 0) {
            return new Const(SqlType.INT8, n + m, count.at());
        }
        // a sum of parameters might overflow where PostgreSQL's does not
        return null;
    }
}
