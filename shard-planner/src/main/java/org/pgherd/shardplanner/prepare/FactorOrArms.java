package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// (a AND b) OR (a AND c)  =>  a AND (b OR c), in WHERE and ON (prepqual.c:find_duplicate_ors).
///
/// AND distributes over OR in three-valued logic too; an arm that is a alone makes the rest true. The common part can
/// then
/// join tables by hash or pin a shard. Counter-example: a volatile a would be called once where it was called twice.
public final class FactorOrArms extends ExprRewriter {
    private final PlanningFacts facts;

    private FactorOrArms(PlanningFacts facts) {
        this.facts = facts;
    }

    public static Query in(Query query, PlanningFacts facts) {
        return new FactorOrArms(facts).rewrite(query);
    }

    @Override
    public Query rewrite(Query query) {
        Query below = super.rewrite(query);
        FromExpr factored = (FromExpr) item(below.jointree());
        if (factored == below.jointree()) {
            return below;
        }
        Query.Builder b = below.toBuilder();
        b.jointree = factored;
        return b.build();
    }

    private FromItem item(FromItem item) {
        return switch (item) {
            case RangeTblRef ref -> ref;
            case FromExpr from -> {
                List<FromItem> items = new ArrayList<>();
                boolean changed = false;
                for (FromItem child : from.fromList()) {
                    FromItem better = item(child);
                    changed |= better != child;
                    items.add(better);
                }
                Expr quals = quals(from.quals());
                yield changed || quals != from.quals() ? new FromExpr(items, quals) : from;
            }
            case JoinExpr join -> {
                FromItem left = item(join.left());
                FromItem right = item(join.right());
                Expr quals = quals(join.quals());
                yield left == join.left() && right == join.right() && quals == join.quals()
                        ? join
                        : new JoinExpr(
                                join.joinType(),
                                join.natural(),
                                left,
                                right,
                                join.usingClause(),
                                quals,
                                join.alias(),
                                join.rtindex());
            }
        };
    }

    private @Nullable Expr quals(@Nullable Expr quals) {
        if (quals == null) {
            return null;
        }
        List<Expr> parts = new ArrayList<>();
        boolean changed = false;
        for (Expr part : Equalities.conjuncts(quals)) {
            List<Expr> factors =
                    part instanceof BoolExpr or && or.kind() == BoolExpr.Kind.OR ? factors(or) : List.of(part);
            changed |= factors.size() != 1 || factors.getFirst() != part;
            parts.addAll(factors);
        }
        return changed ? and(parts, quals) : quals;
    }

    /// The common conjuncts of the arms, then what is left of the OR.
    private List<Expr> factors(BoolExpr or) {
        List<List<Expr>> arms = new ArrayList<>();
        or.args().forEach(arm -> arms.add(new ArrayList<>(Equalities.conjuncts(arm))));
        List<Expr> common = new ArrayList<>();
        for (Expr part : List.copyOf(arms.getFirst())) {
            Expr plain = ExprEquality.withoutPositions(part);
            boolean everywhere = ExprFacts.volatility(part, facts) != Volatility.VOLATILE
                    && arms.stream().allMatch(arm -> arm.stream().anyMatch(p -> same(p, plain)));
            if (everywhere && common.stream().noneMatch(p -> same(p, plain))) {
                common.add(part);
            }
        }
        if (common.isEmpty()) {
            return List.of(or);
        }
        List<Expr> rest = new ArrayList<>();
        for (List<Expr> arm : arms) {
            arm.removeIf(p -> common.stream().anyMatch(c -> same(p, ExprEquality.withoutPositions(c))));
            if (arm.isEmpty()) {
                return common;
            }
            rest.add(and(arm, or));
        }
        common.add(new BoolExpr(BoolExpr.Kind.OR, rest, or.at()));
        return common;
    }

    private static boolean same(Expr part, Expr plain) {
        return ExprEquality.withoutPositions(part).equals(plain);
    }

    private static Expr and(List<Expr> parts, Expr of) {
        return parts.size() == 1 ? parts.getFirst() : new BoolExpr(BoolExpr.Kind.AND, parts, of.at());
    }
}
