package org.pgherd.executor.transaction;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Names and SQL of two-phase commits. The decision is a row in the first written shard, committed by that
/// shard's own transaction: where the row is and says true, all others must commit; where it says false they
/// must not, and the commit that comes too late fails on the row's primary key.
public final class CommitDecision {
    /// Run once on every shard.
    public static final String SCHEMA = """
            CREATE SCHEMA IF NOT EXISTS pgherd;
            CREATE TABLE IF NOT EXISTS pgherd.commit_decision(
                gid text PRIMARY KEY,
                committed boolean NOT NULL,
                decided_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp());
            GRANT USAGE ON SCHEMA pgherd TO PUBLIC;
            GRANT SELECT, INSERT, DELETE ON pgherd.commit_decision TO PUBLIC;
            """;

    private static final String PREFIX = "pgherd_";

    private CommitDecision() {}

    /// Identifies a transaction over several shards.
    static String newTransaction(int firstShard) {
        return PREFIX + UUID.randomUUID() + "_" + firstShard;
    }

    /// Identifies its part on one shard.
    static String part(String transaction, int shard) {
        return transaction + "_" + shard;
    }

    static String prepare(String transaction, int shard) {
        return "PREPARE TRANSACTION '" + part(transaction, shard) + "'";
    }

    static String commitPrepared(String transaction, int shard) {
        return "COMMIT PREPARED '" + part(transaction, shard) + "'";
    }

    static String rollbackPrepared(String transaction, int shard) {
        return "ROLLBACK PREPARED '" + part(transaction, shard) + "'";
    }

    static String record(String transaction) {
        return "INSERT INTO pgherd.commit_decision(gid, committed) VALUES ('" + transaction + "', true)";
    }

    static String forget(String transaction) {
        return "DELETE FROM pgherd.commit_decision WHERE gid = '" + transaction + "'";
    }

    /// A write outside of any transaction block, whatever the sessions of the shard do by default.
    static String writing(String sql) {
        return "BEGIN READ WRITE;" + sql + ";COMMIT";
    }

    /// A prepared part read back: its transaction and the shard that holds the decision; null if it is not ours.
    static @Nullable Part parse(String gid) {
        if (!gid.startsWith(PREFIX) || gid.indexOf('\'') >= 0) {
            return null;
        }
        int last = gid.lastIndexOf('_');
        int before = gid.lastIndexOf('_', last - 1);
        if (before < PREFIX.length()) {
            return null;
        }
        try {
            return new Part(
                    gid.substring(0, last),
                    Integer.parseInt(gid, before + 1, last, 10),
                    Integer.parseInt(gid, last + 1, gid.length(), 10));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    record Part(String transaction, int firstShard, int shard) {}
}
