package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.plan.ReferringKey;
import org.pgherd.shardplanner.plan.WriteTarget;

/// Foreign keys to rows that leave their shard, which are an UPDATE to the user and a DELETE to the shard
/// (ri_restrict and ri_ReportViolation of ri_triggers.c).
final class KeptReferences {
    private KeptReferences() {}

    /// An error if one of the rows is referred to: PostgreSQL's where ON UPDATE forbids it, 0A000 where it would change
    /// the referring rows.
    ///
    /// @param rows their ctids and tableoids as parameters of these types
    static void check(WriteTarget target, int shard, int[] types, @Nullable Object[] rows, ExecutionState state) {
        for (ReferringKey key : target.referring()) {
            ShardStatement find = ShardStatement.once(
                    key.find(),
                    types,
                    new SqlType[] {SqlType.TEXT},
                    state.context().codecs());
            try (RemoteRows found =
                    state.context().transaction().use(shard, true).execute(find, rows)) {
                var batch = found.next();
                if (batch != null && batch.rowCount() > 0) {
                    throw broken(key, String.valueOf(batch.column(0).boxed(0)));
                }
            }
        }
    }

    private static SqlException broken(ReferringKey key, String value) {
        String table = key.referenced();
        return switch (key.onUpdate()) {
            case 'r' ->
                new SqlException(
                                SqlState.RESTRICT_VIOLATION,
                                "update or delete on table \"" + table
                                        + "\" violates RESTRICT setting of foreign key constraint \"" + key.name()
                                        + "\" on table \"" + key.table() + "\"")
                        .withDetail("Key (" + key.columns() + ")=(" + value + ") is referenced from table \""
                                + key.table() + "\".");
            case 'a' ->
                new SqlException(
                                SqlState.FOREIGN_KEY_VIOLATION,
                                "update or delete on table \"" + table + "\" violates foreign key constraint \""
                                        + key.name() + "\" on table \"" + key.table() + "\"")
                        .withDetail("Key (" + key.columns() + ")=(" + value + ") is still referenced from table \""
                                + key.table() + "\".");
            default ->
                new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "ON UPDATE of foreign key \"" + key.name() + "\" on table \"" + key.table()
                                + "\" cannot move rows to another shard");
        };
    }
}
