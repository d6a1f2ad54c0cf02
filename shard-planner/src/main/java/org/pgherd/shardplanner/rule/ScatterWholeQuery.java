package org.pgherd.shardplanner.rule;

/// Query  =>  Remote(query) on each shard of its tables, outputs concatenated or merged by ORDER BY.
///
/// Each output row is made of rows of one shard (they agree in the shard key), so the shards' answers are
/// disjoint and complete.
/// Counter-example: LIMIT, or a GROUP BY without the key, put rows of several shards together.
/// The proof itself is [org.pgherd.shardplanner.distribution.Locality].
public final class ScatterWholeQuery {
    private ScatterWholeQuery() {}
}
