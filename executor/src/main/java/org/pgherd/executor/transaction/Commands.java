package org.pgherd.executor.transaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardConnection;

/// Commands to several shards at once: all are sent before the first answer is waited for.
final class Commands {
    private Commands() {}

    /// Waits for all answers, then throws the first failure.
    static void onAll(List<ShardConnection> connections, String sql) {
        List<String> commands = new ArrayList<>(connections.size());
        for (int i = 0; i < connections.size(); i++) {
            commands.add(sql);
        }
        SqlException failure = first(onEach(connections, commands));
        if (failure != null) {
            throw failure;
        }
    }

    /// One command for each connection; the failures by position, null where there was none.
    static @Nullable SqlException[] onEach(List<ShardConnection> connections, List<String> commands) {
        @Nullable SqlException[] failures = new SqlException[connections.size()];
        @Nullable RemoteRows[] answers = new RemoteRows[connections.size()];
        for (int i = 0; i < answers.length; i++) {
            try {
                answers[i] = connections.get(i).send(commands.get(i));
            } catch (SqlException e) {
                failures[i] = e;
            }
        }
        for (int i = 0; i < answers.length; i++) {
            RemoteRows answer = answers[i];
            if (answer != null) {
                try {
                    answer.finish();
                } catch (SqlException e) {
                    failures[i] = e;
                }
            }
        }
        return failures;
    }

    static @Nullable SqlException first(@Nullable SqlException[] failures) {
        for (SqlException failure : failures) {
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /// A shard answers COMMIT of a failed transaction by rolling it back, without an error.
    static void requireCommitted(String tag) {
        if (tag.equals("ROLLBACK")) {
            throw new SqlException(
                    SqlState.IN_FAILED_SQL_TRANSACTION, "current transaction is aborted, it was rolled back");
        }
    }
}
