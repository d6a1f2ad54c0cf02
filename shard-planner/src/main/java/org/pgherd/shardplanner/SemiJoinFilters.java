package org.pgherd.shardplanner;

/// The setting `pgherd.semi_join_filters`: whether the keys of a join's one side go to the shards as a filter of the
/// other. ALWAYS and NEVER are for tests, results are the same.
public enum SemiJoinFilters {
    /// When estimates say that it saves more rows than it costs.
    AUTO,
    ALWAYS,
    NEVER
}
