package org.pgherd.shardplanner.plan;

import org.pgherd.analyzer.catalog.sharding.Distribution;

/// The table that the coordinator writes.
///
/// @param sqlName schema-qualified, quoted
public record WriteTarget(int relation, String sqlName, Distribution distribution) {}
