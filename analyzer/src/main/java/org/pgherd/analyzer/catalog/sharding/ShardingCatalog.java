package org.pgherd.analyzer.catalog.sharding;

import java.util.List;
import java.util.Map;

/// Where everything lies: loaded from schema `pgherd` of the shards, versioned, immutable.
///
/// @param version grows with each change
/// @param shardCount number of shards
/// @param catalogShard the shard whose catalogs clients see
/// @param byRelation oid of a table (on the catalog shard) to its distribution
public record ShardingCatalog(
        long version,
        int shardCount,
        int catalogShard,
        Map<Integer, Distribution> byRelation,
        List<ColocationGroup> groups) {
    public ShardingCatalog {
        byRelation = Map.copyOf(byRelation);
        groups = List.copyOf(groups);
    }

    /// The first oid that a user's object can have (FirstNormalObjectId); below are the system's.
    public static final int FIRST_NORMAL_OID = 16384;

    /// Of a relation; tables that were never declared lie on the catalog shard.
    public Distribution of(int relation) {
        Distribution declared = byRelation.get(relation);
        if (declared != null) {
            return declared;
        }
        return Integer.compareUnsigned(relation, FIRST_NORMAL_OID) < 0
                ? new Distribution.Catalog()
                : new Distribution.Single(catalogShard);
    }
}
