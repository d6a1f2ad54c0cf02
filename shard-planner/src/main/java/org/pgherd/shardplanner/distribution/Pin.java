package org.pgherd.shardplanner.distribution;

import org.pgherd.analyzer.query.Expr;

/// What ties rows to one shard.
public sealed interface Pin {
    /// A number known when planning.
    record ToShard(int shard) implements Pin {}

    /// The owner of a key that is constant while the query runs: a constant, a parameter, or a column of a query
    /// around.
    record ToKey(int group, Expr key) implements Pin {}
}
