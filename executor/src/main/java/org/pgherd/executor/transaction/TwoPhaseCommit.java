package org.pgherd.executor.transaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.semantics.vector.Batch;

/// One commit over several written shards. The first of them is not prepared: its own COMMIT, which carries the
/// decision record, is the moment the transaction is committed.
final class TwoPhaseCommit {
    private final SessionConnections connections;
    private final boolean readOnlyByDefault;

    /// @param readOnlyByDefault whether what is written outside of the transaction must ask for it
    TwoPhaseCommit(SessionConnections connections, boolean readOnlyByDefault) {
        this.connections = connections;
        this.readOnlyByDefault = readOnlyByDefault;
    }

    /// Throws if the transaction was not committed; then nothing of it is left but what the caller rolls back
    /// on the connections themselves.
    void run(List<ShardConnection> writers, List<ShardConnection> readers) {
        ShardConnection first = writers.getFirst();
        List<ShardConnection> others = writers.subList(1, writers.size());
        String transaction = CommitDecision.newTransaction(first.shard());
        prepare(transaction, others, readers);
        decide(transaction, first, others);
        SqlException unfinished = Commands.first(Commands.onEach(others, commands(others, transaction)));
        if (unfinished != null) {
            // decided already: what could not be told now is finished by recovery, which needs the record
            retry(transaction, others);
            return;
        }
        String forget = CommitDecision.forget(transaction);
        first.queue(readOnlyByDefault ? CommitDecision.writing(forget) : forget);
        first.sendQueued();
    }

    private static void prepare(String transaction, List<ShardConnection> others, List<ShardConnection> readers) {
        List<ShardConnection> asked = new ArrayList<>(others);
        List<String> commands = new ArrayList<>();
        for (ShardConnection other : others) {
            commands.add(CommitDecision.prepare(transaction, other.shard()));
        }
        for (ShardConnection reader : readers) {
            asked.add(reader);
            commands.add("COMMIT");
        }
        @Nullable SqlException[] failures = Commands.onEach(asked, commands);
        SqlException failure = Commands.first(failures);
        if (failure != null) {
            for (int i = 0; i < others.size(); i++) {
                if (failures[i] == null) {
                    undo(transaction, others.get(i));
                }
            }
            throw failure;
        }
    }

    private void decide(String transaction, ShardConnection first, List<ShardConnection> others) {
        try {
            first.queue(CommitDecision.record(transaction));
            Commands.requireCommitted(first.command("COMMIT"));
        } catch (SqlException e) {
            if (!first.isUsable() && outcome(transaction, first.shard())) {
                return;
            }
            for (ShardConnection other : others) {
                undo(transaction, other);
            }
            throw e;
        }
    }

    /// What became of a COMMIT whose answer was lost: asks for an abort, and learns which came first.
    private boolean outcome(String transaction, int firstShard) {
        try {
            return decision(connections.get(firstShard), transaction);
        } catch (SqlException e) {
            throw new SqlException(
                            SqlState.TRANSACTION_RESOLUTION_UNKNOWN,
                            "connection to shard " + firstShard
                                    + " was lost during COMMIT, the outcome is not known yet")
                    .withDetail(e.message())
                    .withHint("Recovery finishes the transaction \"" + transaction + "\" when the shard is back.");
        }
    }

    /// Whether a transaction is decided to be committed; if nothing is decided it is now, against it.
    static boolean decision(ShardConnection first, String transaction) {
        String ignored =
                first.command(CommitDecision.writing("INSERT INTO pgherd.commit_decision(gid, committed) VALUES ('"
                        + transaction + "', false) ON CONFLICT (gid) DO NOTHING"));
        try (RemoteRows rows =
                first.send("SELECT committed FROM pgherd.commit_decision WHERE gid = '" + transaction + "'")) {
            Batch batch = rows.next();
            return batch != null
                    && batch.rowCount() == 1
                    && String.valueOf(batch.column(0).boxed(0)).equals("t");
        }
    }

    private static void undo(String transaction, ShardConnection other) {
        if (other.isUsable()) {
            try {
                String ignored = other.command(CommitDecision.rollbackPrepared(transaction, other.shard()));
            } catch (SqlException e) {
                // recovery finds no decision for it and rolls it back
            }
        }
    }

    private void retry(String transaction, List<ShardConnection> others) {
        for (ShardConnection other : others) {
            if (!other.isUsable()) {
                try {
                    String ignored = connections
                            .get(other.shard())
                            .command(CommitDecision.commitPrepared(transaction, other.shard()));
                } catch (SqlException e) {
                    // the shard is down: the record stays for recovery
                }
            }
        }
    }

    private static List<String> commands(List<ShardConnection> others, String transaction) {
        List<String> commands = new ArrayList<>(others.size());
        for (ShardConnection other : others) {
            commands.add(CommitDecision.commitPrepared(transaction, other.shard()));
        }
        return commands;
    }
}
