package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.Distribution;

/// Where rows that the coordinator writes belong.
final class WriteTargets {
    private WriteTargets() {}

    /// The home of a row; not for reference tables, whose rows live everywhere.
    static int shardOf(Distribution distribution, @Nullable Object key, ExecutionState state) {
        return switch (distribution) {
            // hash partitioning hashes NULL to 0
            case Distribution.Hash hash -> key == null ? hash.group().shardOf(0) : Router.shardOf(hash.group(), key);
            case Distribution.Single single -> single.shard();
            case Distribution.Schema schema -> schema.shard();
            case Distribution.Catalog _ -> state.context().sharding().catalogShard();
            case Distribution.Reference _ -> throw new AssertionError("rows of a reference table have no one home");
        };
    }

    static int[] all(ExecutionState state) {
        int[] all = new int[state.context().sharding().shardCount()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return all;
    }
}
