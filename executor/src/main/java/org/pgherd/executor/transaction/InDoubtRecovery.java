package org.pgherd.executor.transaction;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.semantics.vector.Batch;

/// Finishes two-phase commits that their coordinator left: any coordinator can, at any time. A part without a
/// decision is decided against first, in a way that makes a coordinator that was only slow fail instead of
/// commit, so the grace time is courtesy and not correctness.
public final class InDoubtRecovery {
    private final SessionConnections connections;
    private final List<Integer> shards;

    public InDoubtRecovery(SessionConnections connections, List<Integer> shards) {
        this.connections = connections;
        this.shards = List.copyOf(shards);
    }

    /// What one pass did.
    public record Outcome(int committed, int rolledBack, int leftInDoubt) {}

    /// @param graceSeconds how old a prepared transaction must be to count as abandoned
    public Outcome run(int graceSeconds) {
        int committed = 0;
        int rolledBack = 0;
        int left = 0;
        boolean complete = true;
        for (int shard : shards) {
            List<String> gids;
            try {
                gids = prepared(connections.get(shard), graceSeconds);
            } catch (SqlException e) {
                complete = false;
                continue;
            }
            for (String gid : gids) {
                CommitDecision.Part part = CommitDecision.parse(gid);
                if (part == null || part.shard() != shard) {
                    continue;
                }
                try {
                    boolean commit = TwoPhaseCommit.decision(connections.get(part.firstShard()), part.transaction());
                    String ignored = connections
                            .get(shard)
                            .command(
                                    commit
                                            ? CommitDecision.commitPrepared(part.transaction(), shard)
                                            : CommitDecision.rollbackPrepared(part.transaction(), shard));
                    if (commit) {
                        committed++;
                    } else {
                        rolledBack++;
                    }
                } catch (SqlException e) {
                    left++;
                }
            }
        }
        if (complete && left == 0) {
            forgetOld(graceSeconds);
        }
        return new Outcome(committed, rolledBack, left);
    }

    private static List<String> prepared(ShardConnection connection, int graceSeconds) {
        List<String> gids = new ArrayList<>();
        try (RemoteRows rows = connection.send(
                "SELECT gid FROM pg_catalog.pg_prepared_xacts WHERE gid LIKE 'pgherd\\_%' AND database ="
                        + " pg_catalog.current_database() AND prepared <= pg_catalog.clock_timestamp() - interval '"
                        + graceSeconds + " seconds'")) {
            for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                for (int i = 0; i < batch.rowCount(); i++) {
                    gids.add(String.valueOf(batch.column(0).boxed(i)));
                }
            }
        }
        return gids;
    }

    /// All shards were seen and hold no part older than the grace time, so no older decision is needed.
    private void forgetOld(int graceSeconds) {
        for (int shard : shards) {
            try {
                String ignored = connections
                        .get(shard)
                        .command(CommitDecision.writing(
                                "DELETE FROM pgherd.commit_decision WHERE decided_at < pg_catalog.clock_timestamp()"
                                        + " - interval '" + (graceSeconds + 60)
                                        + " seconds' - interval '1 minute'"));
            } catch (SqlException e) {
                // another pass will
            }
        }
    }
}
