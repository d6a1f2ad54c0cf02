package org.pgherd.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.ResultColumn;
import org.pgherd.executor.operator.CompiledPlan;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Routing;

/// A query ready to run, as the plan cache keeps it.
///
/// @param columns of the result; empty if there are none
/// @param returnsRows false for writes without RETURNING
/// @param parameterTypes of `$1`...
/// @param needsBlock whether its parts must be one transaction: it writes on several shards, or runs routines here
/// @param settingsMayChange whether it calls set_config() or the like
/// @param permanentWrite the command's name, if a read-only transaction refuses it
/// @param valueDependent null unless planning for each execution's values makes a difference
/// @param steps what is to be carried out instead, if rules made several statements of it, or none
public record PlannedQuery(
        CompiledPlan compiled,
        List<ResultColumn> columns,
        boolean returnsRows,
        int[] parameterTypes,
        boolean needsBlock,
        boolean settingsMayChange,
        long catalogVersion,
        @Nullable String permanentWrite,
        @Nullable ValueDependent valueDependent,
        @Nullable Steps steps) {
    /// One statement's plan.
    public PlannedQuery(
            CompiledPlan compiled,
            List<ResultColumn> columns,
            boolean returnsRows,
            int[] parameterTypes,
            boolean needsBlock,
            boolean settingsMayChange,
            long catalogVersion,
            @Nullable String permanentWrite) {
        this(
                compiled,
                columns,
                returnsRows,
                parameterTypes,
                needsBlock,
                settingsMayChange,
                catalogVersion,
                permanentWrite,
                null,
                null);
    }

    /// Whether there is no plan for any values.
    public boolean needsValues() {
        return valueDependent != null && valueDependent.joins();
    }

    PlannedQuery dependingOnValues(@Nullable ValueDependent query) {
        return new PlannedQuery(
                compiled,
                columns,
                returnsRows,
                parameterTypes,
                needsBlock,
                settingsMayChange,
                catalogVersion,
                permanentWrite,
                query,
                steps);
    }

    /// What rules have made of a statement.
    ///
    /// @param queries in the order in which they run
    /// @param appliedHere for each whether its target has rules, which the shards must not apply once more
    /// @param answering the index of the one whose rows and count the client gets, -1 if there is none
    public record Steps(List<PlannedQuery> queries, List<Boolean> appliedHere, int answering) {
        public Steps {
            queries = List.copyOf(queries);
            appliedHere = List.copyOf(appliedHere);
        }
    }

    public PlannedStatement plan() {
        return compiled.plan();
    }

    /// Whether one shard answers all of it.
    public boolean isOneShards() {
        return onOneShard(plan());
    }

    static boolean onOneShard(PlannedStatement plan) {
        return plan.root() instanceof Remote remote
                && plan.initPlans().isEmpty()
                && !remote.replicated()
                && (remote.routing() instanceof Routing.ByKey
                        || remote.routing() instanceof Routing.AnyOne
                        || remote.routing() instanceof Routing.Fixed fixed
                                && fixed.shards().size() <= 1);
    }
}
