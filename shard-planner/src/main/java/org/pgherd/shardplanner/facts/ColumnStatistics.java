package org.pgherd.shardplanner.facts;

import java.util.Map;

/// What ANALYZE found of a column, over all shards (pg_stats).
///
/// @param nullFraction part of the rows that are NULL
/// @param distinct number of distinct values
/// @param commonValues text of the most common values, each with its part of all rows
/// @param bounds of a histogram over the other values as numbers, ascending; empty if the type has no such
public record ColumnStatistics(
        double nullFraction, double distinct, Map<String, Double> commonValues, double[] bounds) {
    public ColumnStatistics {
        commonValues = Map.copyOf(commonValues);
    }
}
