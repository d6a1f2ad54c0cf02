package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardConnection;

/// The same command on several shards at once.
final class Broadcast {
    private Broadcast() {}

    /// Within the session's transaction.
    ///
    /// @return the command tag of the lowest shard
    static String run(SessionState session, List<Integer> shards, String sql, boolean writes) {
        return run(session, shards, sql, sql, writes);
    }

    /// @param others what all shards but the first are told
    static String run(SessionState session, List<Integer> shards, String sql, String others, boolean writes) {
        return session.alike(() -> {
            session.transaction().open(shards);
            List<ShardConnection> connections = new ArrayList<>();
            for (int shard : shards) {
                connections.add(session.transaction().use(shard, writes));
            }
            // The first one alone: what is wrong with the command is wrong everywhere, and is then said once.
            String tag = connections.getFirst().command(sql);
            finish(connections.subList(1, connections.size()).stream()
                    .map(connection -> connection.send(others))
                    .toList());
            return tag;
        });
    }

    /// On every shard of its own, without a transaction (VACUUM, CREATE INDEX CONCURRENTLY).
    static String runOutside(SessionState session, List<Integer> shards, String sql) {
        return session.alike(() -> {
            session.connections().open(shards);
            String tag = session.connections().get(CatalogLoader.CATALOG_SHARD).command(sql);
            finish(shards.stream()
                    .filter(shard -> shard != CatalogLoader.CATALOG_SHARD)
                    .map(shard -> session.connections().get(shard).send(sql))
                    .toList());
            return tag;
        });
    }

    private static void finish(List<RemoteRows> answers) {
        @Nullable SqlException first = null;
        for (RemoteRows answer : answers) {
            try {
                answer.finish();
            } catch (SqlException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
