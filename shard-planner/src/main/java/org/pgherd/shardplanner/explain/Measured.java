package org.pgherd.shardplanner.explain;

import java.util.List;

/// What EXPLAIN ANALYZE found at one node, over all its runs.
///
/// @param loops how often it ran
/// @param millis inputs included
/// @param firstMillis until its first row, of all runs
/// @param memory the most bytes that it held, 0 if not counted
/// @param spilled bytes written to disk
/// @param shards of a node that goes to shards
public record Measured(
        long rows, long loops, double firstMillis, double millis, long memory, long spilled, List<Shard> shards) {
    public Measured {
        shards = List.copyOf(shards);
    }

    /// One shard's part.
    ///
    /// @param calls statements sent
    /// @param bytes received
    /// @param millis spent waiting for it
    public record Shard(int shard, long calls, long rows, long bytes, double millis) {}
}
