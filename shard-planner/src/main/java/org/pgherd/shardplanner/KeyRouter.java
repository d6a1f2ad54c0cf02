package org.pgherd.shardplanner;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.semantics.type.SqlType;

/// Hashes key values, so that constants become shard numbers when planning.
@FunctionalInterface
public interface KeyRouter {
    /// @param value boxed carrier of `type`
    /// @return the shard, or -1 if it cannot be told here
    int shardOf(ColocationGroup group, @Nullable Object value, SqlType type);
}
