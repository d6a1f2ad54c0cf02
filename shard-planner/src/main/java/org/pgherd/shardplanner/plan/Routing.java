package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// Which shards a [Remote] goes to. Key expressions hold only constants and parameters: they are evaluated once,
/// when the node starts, so that a cached plan serves every parameter value.
public sealed interface Routing {
    /// Every shard of the herd.
    record AllShards() implements Routing {}

    /// Shards known when planning; may be empty: then the node yields no row.
    record Fixed(ShardSet shards) implements Routing {}

    /// The one shard that owns this key. A NULL key (comparison with it is never true) selects no row of a
    /// sharded table, but the statement must still run somewhere: then any one shard.
    ///
    /// @param colocationGroup id in the sharding catalog
    record ByKey(int colocationGroup, Expr key) implements Routing {}

    /// The shards that own at least one of the keys; NULLs own none. If there are none, any one shard runs the
    /// statement when `atLeastOne`, else none does.
    ///
    /// @param keys scalar expressions, or array-typed ones when `arrays` (each element is a key)
    record ByKeys(int colocationGroup, List<Expr> keys, boolean arrays, boolean atLeastOne) implements Routing {
        public ByKeys {
            keys = List.copyOf(keys);
        }
    }

    /// The shards that own at least one element of an array, all while the array is NULL: the rows that count have one
    /// of these keys, or it is not known which keys they have.
    record Owners(int colocationGroup, Expr keys) implements Routing {}

    /// Any one shard, all would answer the same (replicated tables, no tables). The executor prefers a shard that
    /// the transaction already uses.
    record AnyOne() implements Routing {}
}
