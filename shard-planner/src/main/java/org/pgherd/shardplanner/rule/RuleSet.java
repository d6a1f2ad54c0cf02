package org.pgherd.shardplanner.rule;

import java.util.List;
import org.pgherd.shardplanner.prepare.FactorOrArms;
import org.pgherd.shardplanner.prepare.ImpliedConstants;
import org.pgherd.shardplanner.prepare.InlineCteUsedOnce;
import org.pgherd.shardplanner.prepare.PullUpSimpleSubquery;
import org.pgherd.shardplanner.prepare.PushQualsDown;
import org.pgherd.shardplanner.prepare.ReduceOuterJoin;
import org.pgherd.shardplanner.prepare.RemoveUselessJoin;

/// Every rule whose firing is kept with a plan, in the order in which they are tried.
public final class RuleSet {
    private static final List<Class<?>> RULES = List.of(
            RouteWholeQuery.class,
            ScatterWholeQuery.class,
            FactorOrArms.class,
            InlineCteUsedOnce.class,
            ReduceOuterJoin.class,
            PullUpSimpleSubquery.class,
            ImpliedConstants.class,
            PushQualsDown.class,
            RemoveUselessJoin.class,
            SemiJoinFromSubLink.class,
            GroupCorrelatedSubquery.class,
            AggregateByPartials.class,
            FinishOnEachShard.class,
            FilterByOrArms.class,
            RepartitionJoinByKey.class,
            FilterOuterByInnerKeys.class);

    private RuleSet() {}

    public static List<Class<?>> rules() {
        return RULES;
    }
}
