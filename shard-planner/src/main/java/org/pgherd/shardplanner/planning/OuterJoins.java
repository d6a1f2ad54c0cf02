package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.shardplanner.cost.Selectivity;
import org.pgherd.shardplanner.distribution.Combine;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.distribution.Finding;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.facts.Volatility;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.prepare.Strictness;

/// LEFT, RIGHT and FULL joins: on the shards where that is proved, else here.
final class OuterJoins {
    private final Query query;
    private final Environment environment;
    private final Planning planning;
    private final QueryPlanner queries;
    private final FromPlanner from;
    private final Joins joins;
    private final Selectivity selectivity;

    /// @param from plans the sides
    OuterJoins(
            Query query,
            Environment environment,
            QueryPlanner queries,
            FromPlanner from,
            Joins joins,
            Selectivity selectivity) {
        this.query = query;
        this.environment = environment;
        this.queries = queries;
        this.planning = queries.planning();
        this.from = from;
        this.joins = joins;
        this.selectivity = selectivity;
    }

    /// Quals of WHERE that read the preserved side only are evaluated below the join.
    Part join(JoinExpr join, Equalities equal, List<Expr> conjuncts, List<Expr> above) {
        if (join.joinType() == JoinType.RIGHT) {
            return join(
                    new JoinExpr(
                            JoinType.LEFT,
                            false,
                            join.right(),
                            join.left(),
                            List.of(),
                            join.quals(),
                            join.alias(),
                            join.rtindex()),
                    equal,
                    conjuncts,
                    above);
        }
        List<Expr> on = Equalities.conjuncts(join.quals());
        Set<Integer> leftRelations = new HashSet<>(FromPlanner.leaves(join.left()));
        Set<Integer> rightRelations = new HashSet<>(FromPlanner.leaves(join.right()));
        List<Expr> wanted = new ArrayList<>(above);
        wanted.addAll(on);
        from.lateralReads(join.right(), wanted);
        List<Expr> toLeft = new ArrayList<>();
        if (join.joinType() == JoinType.LEFT) {
            for (Expr qual : conjuncts) {
                Set<Integer> reads = Quals.relations(qual);
                if (!reads.isEmpty() && leftRelations.containsAll(reads) && movable(qual)) {
                    toLeft.add(qual);
                }
            }
            conjuncts.removeAll(toLeft);
            // once each: an output may be the same expression
            toLeft.forEach(wanted::remove);
        }
        List<Expr> wantedRight = new ArrayList<>(throughMadeUpRows(above));
        wantedRight.addAll(on);
        from.lateralReads(join.right(), wantedRight);
        List<Expr> wantedLeft = join.joinType() == JoinType.FULL ? wantedRight : wanted;
        List<Expr> toRight = new ArrayList<>();
        List<Expr> rest = new ArrayList<>();
        for (Expr qual : on) {
            Set<Integer> reads = Quals.relations(qual);
            boolean rightOnly = !reads.isEmpty() && rightRelations.containsAll(reads) && movable(qual);
            // where no row has a partner, none of the right side is read
            (join.joinType() == JoinType.LEFT && (rightOnly || neverHolds(qual)) ? toRight : rest).add(qual);
        }
        Equalities both = equal.with(join.quals());
        boolean left = join.joinType() == JoinType.LEFT;
        Part outer = from.group(List.of(join.left()), toLeft, equal, wantedLeft);
        if (!LateralJoins.outside(join.right(), query).isEmpty()) {
            return new LateralJoins(query, environment, queries, selectivity)
                    .join(Joins.kind(join.joinType()), from.local(outer, wantedLeft), join.right(), on, wantedRight);
        }
        Part inner = from.group(List.of(join.right()), toRight, left ? both : equal, wantedRight);
        if (outer instanceof RemotePart o && inner instanceof RemotePart i && planning.allows(Rung.SCATTER)) {
            Finding joined = Combine.join(join.joinType(), o.spread(), i.spread(), both);
            for (Expr qual : rest) {
                if (joined instanceof Spread spread) {
                    joined = Shippable.in(qual, spread, both, environment, planning);
                }
            }
            if (joined instanceof Spread spread) {
                Set<Integer> all = new HashSet<>(o.relations());
                all.addAll(i.relations());
                JoinExpr pushed = new JoinExpr(
                        join.joinType(),
                        false,
                        o.asItem(),
                        i.asItem(),
                        List.of(),
                        Quals.and(rest),
                        null,
                        join.rtindex());
                return new RemotePart(all, List.of(pushed), List.of(), spread, Math.max(o.rows(), i.rows()));
            }
        }
        LocalPart outerHere = from.local(outer, wantedLeft);
        LocalPart innerHere = from.local(inner, wantedRight);
        if (join.joinType() == JoinType.FULL && !yieldsNothing(join, conjuncts)) {
            FullJoinCondition.require(rest, outerHere, innerHere, joins);
        }
        return joins.join(join.joinType(), outerHere, innerHere, rest, environment);
    }

    /// What may be computed before an outer join makes up rows of NULLs: columns, and what is NULL where one is.
    /// `convert_to(coalesce(b.x, 'none'), 'UTF8')` is not NULL for a made-up row of b.
    private List<Expr> throughMadeUpRows(List<Expr> above) {
        Strictness strictness = new Strictness(planning.facts());
        List<Expr> found = new ArrayList<>();
        for (Expr expr : above) {
            strictParts(expr, strictness, found);
            found.addAll(Quals.vars(expr));
        }
        return found;
    }

    private static void strictParts(Expr expr, Strictness strictness, List<Expr> found) {
        if (strictness.holds(expr)) {
            found.add(expr);
        } else {
            ExprWalk.children(expr).forEach(child -> strictParts(child, strictness, found));
        }
    }

    /// May be evaluated earlier than where it is written.
    private boolean movable(Expr qual) {
        return !Quals.hasSubLink(qual) && ExprFacts.volatility(qual, planning.facts()) != Volatility.VOLATILE;
    }

    /// Whether a full join is known to have no rows, so that PostgreSQL makes no join of it.
    private boolean yieldsNothing(JoinExpr join, List<Expr> conjuncts) {
        boolean outermost = query.jointree().fromList().equals(List.of(join));
        return outermost && conjuncts.stream().anyMatch(OuterJoins::neverHolds)
                || yieldsNothing(join.left()) && yieldsNothing(join.right());
    }

    private boolean yieldsNothing(FromItem item) {
        return item instanceof RangeTblRef ref
                && query.rte(ref.rtindex()) instanceof RteSubquery sub
                && sub.query().setOperations() == null
                && (!sub.query().hasAggs() || !sub.query().groupClause().isEmpty())
                && Equalities.conjuncts(sub.query().jointree().quals()).stream().anyMatch(OuterJoins::neverHolds);
    }

    private static boolean neverHolds(Expr qual) {
        return qual instanceof Const c && !Boolean.TRUE.equals(c.value());
    }
}
