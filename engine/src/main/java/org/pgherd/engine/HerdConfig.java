package org.pgherd.engine;

import java.util.List;
import java.util.Map;

/// What a herd is made of.
///
/// @param shards in their order, which is part of the herd's identity: shard 0 is the catalog shard
/// @param settings defaults of session settings, such as `pgherd.default_shard_by`
public record HerdConfig(List<ShardConfig> shards, Map<String, String> settings) {
    public HerdConfig {
        shards = List.copyOf(shards);
        settings = Map.copyOf(settings);
        if (shards.isEmpty()) {
            throw new IllegalArgumentException("a herd needs at least one shard");
        }
    }

    public static HerdConfig of(List<ShardConfig> shards) {
        return new HerdConfig(shards, Map.of());
    }
}
