package org.pgherd.shardplanner.rule;

/// Query  =>  Remote(query) on one shard.
///
/// When all rows that count are on one shard (or every shard has them all), that shard computes what one
/// PostgreSQL would.
/// Counter-example: a function in it that writes another shard's table, which
/// [org.pgherd.shardplanner.facts.Reach] keeps here.
/// The proof itself is [org.pgherd.shardplanner.distribution.Locality].
public final class RouteWholeQuery {
    private RouteWholeQuery() {}
}
