package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.catalog.sharding.Distribution;

/// The table that the coordinator writes.
///
/// @param sqlName schema-qualified, quoted
/// @param referring the foreign keys that rows which move to another shard must not break; of interest only where rows
/// may
///     move
public record WriteTarget(int relation, String sqlName, Distribution distribution, List<ReferringKey> referring) {
    public WriteTarget {
        referring = List.copyOf(referring);
    }

    public WriteTarget(int relation, String sqlName, Distribution distribution) {
        this(relation, sqlName, distribution, List.of());
    }
}
