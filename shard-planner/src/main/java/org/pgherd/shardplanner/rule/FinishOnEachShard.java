package org.pgherd.shardplanner.rule;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Limit n OFFSET m(Sort(Distinct(Project(Remote))))  =>  the same over Remote(SELECT DISTINCT .. ORDER BY ..
/// LIMIT n + m).
///
/// The first n + m rows of all are among the first n + m of each shard, and DISTINCT of the union of distinct
/// rows is
/// DISTINCT of all rows; sorted outputs are merged instead of sorted.
/// Counter-example: OFFSET must stay here, for each shard would skip m rows of its own.
public final class FinishOnEachShard {
    private FinishOnEachShard() {}

    /// The LIMIT that each shard may apply; null if none may.
    public static @Nullable Expr limit(Query query) {
        if (query.limitCount() == null || query.limitOffset() == null) {
            return query.limitCount();
        }
        long n = constant(query.limitCount());
        long m = constant(query.limitOffset());
        if (n >= 0 && m >= 0 && n + m >= 0) {
            return new Const(SqlType.INT8, n + m, query.limitCount().at());
        }
        // a sum of parameters might overflow where PostgreSQL's does not
        return null;
    }

    /// The value of a constant, an int4 one cast to int8 included; -1 if it is none or negative.
    private static long constant(Expr expr) {
        return switch (expr) {
            case Const c when c.value() instanceof Long n -> n;
            case FuncExpr f
            when f.type().oid() == TypeOids.INT8
                    && f.args().size() == 1
                    && f.args().getFirst() instanceof Const c
                    && c.value() instanceof Integer n -> n;
            default -> -1;
        };
    }
}
