package org.pgherd.engine.session;

import java.util.HashMap;
import java.util.Map;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Policy;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.effect.EffectAnalysis;
import org.pgherd.analyzer.rewrite.ShardPolicies;

/// A policy is left to the shard of a row if all that it reads is on that shard whole. Another would hide or show the
/// wrong rows there.
public final class PolicyPlaces implements ShardPolicies {
    private final ShardingCatalog sharding;
    private final EffectAnalysis analysis;
    private final Map<Policy, Boolean> known = new HashMap<>();

    public PolicyPlaces(CatalogView view, ShardingCatalog sharding) {
        this.sharding = sharding;
        this.analysis = new EffectAnalysis(view);
    }

    @Override
    public boolean apply(Relation table, Policy policy) {
        return known.computeIfAbsent(policy, _ -> {
            Distribution home = sharding.of(table.oid());
            return analysis.policy(policy).reads().stream().allMatch(read -> isThere(sharding.of(read), home));
        });
    }

    /// Whether all rows of the one are where any row of the other is.
    private static boolean isThere(Distribution read, Distribution home) {
        return switch (read) {
            case Distribution.Reference _, Distribution.Catalog _ -> true;
            case Distribution.Single single -> home instanceof Distribution.Single own && own.shard() == single.shard();
            case Distribution.Schema schema -> home instanceof Distribution.Schema own && own.shard() == schema.shard();
            case Distribution.Hash _ -> false;
        };
    }
}
