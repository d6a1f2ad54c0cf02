package org.pgherd.shardplanner.planning;

import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// The number of the shard that a row came from, as if it were a system column. No shard knows it: [Remotes]
/// leaves it
/// out of the SQL and lets the executor append it.
final class ShardNumber {
    private static final int ATTNO = -100;

    private ShardNumber() {}

    static Var of(int rtindex) {
        return new Var(rtindex, ATTNO, SqlType.INT4, 0, Position.NONE);
    }

    static boolean is(Expr expr) {
        return expr instanceof Var var && var.attno() == ATTNO;
    }
}
