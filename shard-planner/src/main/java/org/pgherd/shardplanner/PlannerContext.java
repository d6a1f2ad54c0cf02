package org.pgherd.shardplanner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.PortableTypes;
import org.pgherd.shardplanner.plan.Rung;

/// What planning one statement depends on. A plan may be cached as long as all of it is equal.
///
/// @param maxPushdown the setting `pgherd.max_pushdown`: ROUTE, SCATTER, SPLIT or PULL
/// @param keyRouter null if key constants are to be hashed at run time only
/// @param statementText the statement as the client wrote it (one statement, no semicolon), if it may be forwarded
///     verbatim; null if the Query differs from it
/// @param parameterTypes of `$1`..
/// @param views how other roles' views stand in the statement; null if there are none
public record PlannerContext(
        ShardingCatalog sharding,
        PlanningFacts facts,
        Rung maxPushdown,
        @Nullable KeyRouter keyRouter,
        @Nullable String statementText,
        List<SqlType> parameterTypes,
        SemiJoinFilters semiJoinFilters,
        RepartitionJoins repartitionJoins,
        @Nullable NamedViews views) {
    public PlannerContext {
        if (!parameterTypes.stream().allMatch(type -> PortableTypes.isPortable(type.oid()))) {
            // only a deparsed text says the types
            statementText = null;
        }
        parameterTypes = List.copyOf(parameterTypes);
    }

    /// With default settings.
    public PlannerContext(
            ShardingCatalog sharding,
            PlanningFacts facts,
            Rung maxPushdown,
            @Nullable KeyRouter keyRouter,
            @Nullable String statementText,
            List<SqlType> parameterTypes) {
        this(
                sharding,
                facts,
                maxPushdown,
                keyRouter,
                statementText,
                parameterTypes,
                SemiJoinFilters.AUTO,
                RepartitionJoins.NONE,
                null);
    }
}
