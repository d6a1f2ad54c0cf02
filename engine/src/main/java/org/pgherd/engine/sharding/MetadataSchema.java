package org.pgherd.engine.sharding;

import org.pgherd.executor.transaction.CommitDecision;

/// The tables in which the shards keep the herd's metadata. Every shard has all of it, with its own object
/// numbers in
/// `relation`; the catalog shard's copy is the one that is read.
public final class MetadataSchema {
    /// Serialises set-up by several coordinators: an advisory lock of the database.
    private static final long SET_UP_LOCK = 0x7067_6865_7264L;

    private MetadataSchema() {}

    /// Run once on every shard, in a transaction; harmless when it is there already.
    ///
    /// @param shard number of the shard that gets it
    /// @param shards how many the herd has
    public static String setUp(int shard, int shards) {
        return "BEGIN; SELECT pg_catalog.pg_advisory_xact_lock(" + SET_UP_LOCK + ");"
                + "SET LOCAL client_min_messages = error;"
                + CommitDecision.SCHEMA
                + """
                CREATE TABLE IF NOT EXISTS pgherd.herd (
                    shard int NOT NULL PRIMARY KEY,
                    shards int NOT NULL);
                CREATE TABLE IF NOT EXISTS pgherd.colocation_group (
                    id int PRIMARY KEY,
                    name text NOT NULL,
                    key_type oid NOT NULL,
                    key_collation oid NOT NULL);
                CREATE TABLE IF NOT EXISTS pgherd.hash_range (
                    colocation_group int NOT NULL,
                    first_hash bigint NOT NULL,
                    last_hash bigint NOT NULL,
                    shard int NOT NULL,
                    PRIMARY KEY (colocation_group, first_hash));
                CREATE TABLE IF NOT EXISTS pgherd.distribution (
                    relation oid PRIMARY KEY,
                    kind text NOT NULL CHECK (kind IN ('hash', 'reference', 'single')),
                    attnum int2,
                    colocation_group int,
                    shard int);
                GRANT SELECT, INSERT, UPDATE, DELETE ON pgherd.herd, pgherd.colocation_group, pgherd.hash_range,
                    pgherd.distribution TO PUBLIC;
                """
                + "INSERT INTO pgherd.herd VALUES (" + shard + ", " + shards + ") ON CONFLICT DO NOTHING; COMMIT";
    }

    /// The herd's identity on one shard: rows of shard, shards. More than one row, or another than expected,
    /// means that
    /// the server belongs elsewhere.
    public static final String IDENTITY = "SELECT shard, shards FROM pgherd.herd";

    /// Rows of relation, kind, attnum, colocation_group, shard; of tables that are still there.
    public static final String DISTRIBUTIONS = """
            SELECT d.relation, d.kind, d.attnum, d.colocation_group, d.shard
            FROM pgherd.distribution d JOIN pg_catalog.pg_class c ON c.oid = d.relation
            """;

    /// Rows of id, name, key_type, key_collation.
    public static final String GROUPS =
            "SELECT id, name, key_type, key_collation FROM pgherd.colocation_group ORDER BY id";

    /// Rows of colocation_group, first_hash, last_hash, shard.
    public static final String RANGES =
            "SELECT colocation_group, first_hash, last_hash, shard FROM pgherd.hash_range ORDER BY 1, 2";
}
