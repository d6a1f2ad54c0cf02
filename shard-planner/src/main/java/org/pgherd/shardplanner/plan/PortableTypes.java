package org.pgherd.shardplanner.plan;

import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;

/// Which types of parameters shards can be told by number.
public final class PortableTypes {
    private PortableTypes() {}

    /// Types that users define have other numbers on other shards: there the shard takes the type from the statement.
    public static boolean isPortable(int typeOid) {
        return Integer.compareUnsigned(typeOid, ShardingCatalog.FIRST_NORMAL_OID) < 0;
    }
}
