package org.pgherd.engine.session;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.semantics.hash.ShardingHash;
import org.pgherd.semantics.type.SqlType;

/// Which shard owns a constant key.
public final class ShardKeys {
    private ShardKeys() {}

    /// @return -1 if the type hashes in another way than the group's key
    public static int shardOf(ColocationGroup group, @Nullable Object value, SqlType type) {
        if (value == null) {
            return group.shardOf(0);
        }
        boolean same = type.oid() == group.keyType() || integer(type.oid()) && integer(group.keyType());
        return same && ShardingHash.supports(type.oid()) ? group.shardOf(ShardingHash.of(type.oid(), value)) : -1;
    }

    /// The integer types hash equal values alike.
    private static boolean integer(int type) {
        return type == org.pgherd.semantics.type.TypeOids.INT2
                || type == org.pgherd.semantics.type.TypeOids.INT4
                || type == org.pgherd.semantics.type.TypeOids.INT8;
    }
}
