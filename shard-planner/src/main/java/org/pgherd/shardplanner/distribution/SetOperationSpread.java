package org.pgherd.shardplanner.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.SetOperationStmt;
import org.pgherd.shardplanner.distribution.Locality.QuerySpread;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Where the rows of UNION, INTERSECT and EXCEPT are.
///
/// UNION ALL only concatenates, so branches that are cut alike stay so. The others compare rows: equal rows must
/// be on
/// one shard, that is the key must stand in the same column of both branches. Counter-example: `SELECT b FROM t
/// UNION
/// SELECT b FROM t` by key a would show a value b once per shard.
final class SetOperationSpread {
    private SetOperationSpread() {}

    static QuerySpread of(SetOperationStmt op, QuerySpread left, QuerySpread right, PlanningFacts facts) {
        List<Boolean> none = left.keyColumns().stream().map(_ -> false).toList();
        if (!(left.finding() instanceof Spread l)) {
            return new QuerySpread(left.finding(), none);
        }
        if (!(right.finding() instanceof Spread r)) {
            return new QuerySpread(right.finding(), none);
        }
        QuerySpread both = of(op, left, l, right, r, none, facts);
        return new QuerySpread(Combine.sameReader(l, r, both.finding()), both.keyColumns());
    }

    private static QuerySpread of(
            SetOperationStmt op,
            QuerySpread left,
            Spread l,
            QuerySpread right,
            Spread r,
            List<Boolean> none,
            PlanningFacts facts) {
        if (l.everywhere() && r.everywhere()) {
            return new QuerySpread(l.kind() == Spread.Kind.REPLICATED ? l : r, none);
        }
        if (l.everywhere() && r.onOneShard()) {
            return new QuerySpread(r, none);
        }
        if (r.everywhere() && l.onOneShard() || Combine.samePin(l.pin(), r.pin(), Equalities.none(facts))) {
            return new QuerySpread(l, none);
        }
        if (l.everywhere() || r.everywhere()) {
            return new QuerySpread(
                    new Refusal("a branch of the " + op.op() + " is the same on every shard, its rows would repeat"),
                    none);
        }
        if (l.onOneShard() || r.onOneShard() || l.group() != r.group()) {
            return new QuerySpread(new Refusal("the branches of the " + op.op() + " are on different shards"), none);
        }
        List<Boolean> both = new ArrayList<>();
        for (int i = 0; i < left.keyColumns().size(); i++) {
            both.add(left.keyColumns().get(i) && right.keyColumns().get(i));
        }
        boolean concatenates = op.op() == SetOperationStmt.Op.UNION && op.all();
        if (!concatenates && !both.contains(true)) {
            return new QuerySpread(
                    new Refusal("equal rows of the " + op.op()
                            + " may be on different shards: the shard key is not in the same column of both branches"),
                    none);
        }
        Spread result = new Spread(Spread.Kind.SHARDED, l.group(), Set.of(), null, null, l.because());
        return new QuerySpread(result, both);
    }
}
