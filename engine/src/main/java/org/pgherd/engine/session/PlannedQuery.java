package org.pgherd.engine.session;

import java.util.List;
import org.pgherd.engine.ResultColumn;
import org.pgherd.executor.operator.CompiledPlan;
import org.pgherd.shardplanner.plan.PlannedStatement;

/// A query ready to run, as the plan cache keeps it.
///
/// @param columns of the result; empty if there are none
/// @param returnsRows false for writes without RETURNING
/// @param parameterTypes of `$1`...
/// @param needsBlock whether its parts must be one transaction: it writes on several shards, or runs routines here
/// @param settingsMayChange whether it calls set_config() or the like
public record PlannedQuery(
        CompiledPlan compiled,
        List<ResultColumn> columns,
        boolean returnsRows,
        int[] parameterTypes,
        boolean needsBlock,
        boolean settingsMayChange,
        long catalogVersion) {
    public PlannedStatement plan() {
        return compiled.plan();
    }

    /// Whether one shard answers all of it.
    public boolean isOneShards() {
        return QueryPlanner.onOneShard(plan());
    }
}
