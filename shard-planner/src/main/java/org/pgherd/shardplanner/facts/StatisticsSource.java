package org.pgherd.shardplanner.facts;

import org.jspecify.annotations.Nullable;

/// Statistics of the user's relations over all shards, by the object numbers of the catalog shard.
public interface StatisticsSource {
    StatisticsSource NONE = new StatisticsSource() {
        @Override
        public double rows(int relation) {
            return -1;
        }

        @Override
        public @Nullable ColumnStatistics column(int relation, int attnum) {
            return null;
        }
    };

    /// Negative if unknown.
    double rows(int relation);

    @Nullable
    ColumnStatistics column(int relation, int attnum);
}
