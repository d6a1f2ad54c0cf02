package org.pgherd.engine.session;

import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.effect.Effect;
import org.pgherd.analyzer.effect.EffectAnalysis;
import org.pgherd.analyzer.effect.Effects;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.shardplanner.facts.Reach;

/// What a user's routine touches, as the planner asks it, from the effect analysis.
public final class RoutineReach {
    private RoutineReach() {}

    public static Reach of(int routine, CatalogView view) {
        Effects effects = new EffectAnalysis(view).routine(routine);
        for (Effect effect : effects.reasons().keySet()) {
            switch (effect.kind()) {
                case STABLE_VALUE, VOLATILE_VALUE -> {}
                case READS, WRITES, SEQUENCE, SESSION_STATE, LOCKS, DDL, NOTIFIES, OUTSIDE, UNKNOWN -> {
                    return Reach.TABLES;
                }
            }
        }
        ProcRow row = view.catalog().proc(routine);
        // a temporary routine is on the catalog shard alone
        boolean temporary = row != null && row.schema().startsWith("pg_temp");
        return effects.reasons().isEmpty() && !temporary ? Reach.NOTHING : Reach.CATALOG;
    }
}
