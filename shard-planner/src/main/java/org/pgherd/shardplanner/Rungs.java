package org.pgherd.shardplanner;

import org.pgherd.shardplanner.plan.AskShard;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.ShardDelete;
import org.pgherd.shardplanner.plan.ShardInsert;
import org.pgherd.shardplanner.plan.ShardMerge;
import org.pgherd.shardplanner.plan.ShardUpdate;

/// The rung of a tree is its lowest part's.
final class Rungs {
    private Rungs() {}

    /// A tree that is not forwarded whole is not a route, even if no part of it is lower.
    static Rung of(PlanNode root) {
        Rung lowest = lowest(root);
        return lowest == Rung.ROUTE && !(root instanceof Remote) ? Rung.PULL : lowest;
    }

    private static Rung lowest(PlanNode node) {
        Rung rung = switch (node) {
            case Remote remote -> remote.why().rung();
            case ShardInsert insert -> insert.why().rung();
            case ShardUpdate update -> update.why().rung();
            case ShardDelete delete -> delete.why().rung();
            case ShardMerge merge -> merge.why().rung();
            case AskShard _ -> Rung.ASK;
            default -> Rung.ROUTE;
        };
        for (PlanNode child : node.children()) {
            rung = rung.lower(lowest(child));
        }
        return rung;
    }
}
