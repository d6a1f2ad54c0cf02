package org.pgherd.shardplanner.planning;

import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.Append;
import org.pgherd.shardplanner.plan.CollectKeys;
import org.pgherd.shardplanner.plan.Distinct;
import org.pgherd.shardplanner.plan.Filter;
import org.pgherd.shardplanner.plan.Gate;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.Limit;
import org.pgherd.shardplanner.plan.Materialize;
import org.pgherd.shardplanner.plan.NestedLoop;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlanReads;
import org.pgherd.shardplanner.plan.Project;
import org.pgherd.shardplanner.plan.ProjectSet;
import org.pgherd.shardplanner.plan.SetOp;
import org.pgherd.shardplanner.plan.Sort;
import org.pgherd.shardplanner.plan.TopN;
import org.pgherd.shardplanner.plan.WindowAgg;

/// A plan that runs for each row of another one: what in it is asked of shards, and is the same for every row, is asked
/// once and kept. The plan must call no volatile function.
final class UnchangedInputs {
    private UnchangedInputs() {}

    static PlanNode kept(PlanNode plan) {
        if (plan instanceof Materialize || plan instanceof CollectKeys) {
            return below(plan);
        }
        PlanReads reads = PlanReads.of(plan);
        return reads.readsShards() && reads.isAlone() ? new Materialize(plan) : below(plan);
    }

    private static PlanNode below(PlanNode plan) {
        return switch (plan) {
            case Project p -> new Project(kept(p.child()), p.expressions(), p.output());
            case Filter f -> new Filter(kept(f.child()), f.quals());
            case Gate g -> new Gate(kept(g.child()), g.quals());
            case HashJoin j -> new HashJoin(j.kind(), kept(j.outer()), kept(j.inner()), j.keys(), j.quals(), j.rows());
            case NestedLoop n -> new NestedLoop(n.kind(), kept(n.outer()), kept(n.inner()), n.quals(), n.parameters());
            case Aggregate a ->
                new Aggregate(
                        kept(a.child()),
                        a.strategy(),
                        a.keys(),
                        a.calls(),
                        a.groupingSets(),
                        a.groupings(),
                        a.output());
            case WindowAgg w ->
                new WindowAgg(kept(w.child()), w.partition(), w.order(), w.frame(), w.calls(), w.callColumns());
            case Sort s -> new Sort(kept(s.child()), s.keys());
            case TopN t -> new TopN(kept(t.child()), t.keys(), t.count(), t.offset());
            case Limit l -> new Limit(kept(l.child()), l.count(), l.offset(), l.ties());
            case Distinct d -> new Distinct(kept(d.child()), d.keys(), d.sorted());
            case Append a ->
                new Append(a.children().stream().map(UnchangedInputs::kept).toList(), a.output());
            case SetOp s -> new SetOp(s.kind(), s.all(), kept(s.left()), kept(s.right()), s.keys(), s.output());
            case ProjectSet p -> new ProjectSet(kept(p.child()), p.expressions(), p.output());
            case Materialize m when !PlanReads.of(m.child()).isAlone() -> new Materialize(below(m.child()));
            case CollectKeys k ->
                new CollectKeys(kept(k.child()), k.column(), k.elementType(), k.parameter(), k.limit());
            default -> plan;
        };
    }
}
