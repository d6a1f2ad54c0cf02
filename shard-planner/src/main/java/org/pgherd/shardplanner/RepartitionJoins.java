package org.pgherd.shardplanner;

/// The settings `pgherd.repartition_joins` and `pgherd.repartition_join_size`: whether a join that the coordinator
/// would
/// compute is computed by the shards over temporary tables, into which its rows are dealt out by the join's key.
///
/// @param size AUTO: bytes of the side that would be hashed, by estimate, past which the shards do it
public record RepartitionJoins(Mode mode, long size) {
    public static final RepartitionJoins NONE = new RepartitionJoins(Mode.NEVER, 0);

    /// ALWAYS and NEVER are for tests, results are the same.
    public enum Mode {
        AUTO,
        ALWAYS,
        NEVER
    }
}
