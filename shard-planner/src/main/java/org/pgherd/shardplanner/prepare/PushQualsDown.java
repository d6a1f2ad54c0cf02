package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// SELECT .. FROM (SELECT a, count(*) n FROM t GROUP BY a) q WHERE q.a = 1 AND q.n > 2  =>
/// .. FROM (SELECT .. FROM t WHERE a = 1 GROUP BY a HAVING count(*) > 2) q   (set_subquery_pathlist and
/// qual_is_pushdown_safe of allpaths.c). From outside to inside, so that a qual goes as deep as it can.
///
/// Not quals with subqueries or volatile functions, not below a security barrier, not to the side of an outer join
/// that is filled up with NULLs unless the qual is the join's own.
public final class PushQualsDown extends ExprRewriter {
    private final PlanningFacts facts;

    private PushQualsDown(PlanningFacts facts) {
        this.facts = facts;
    }

    public static Query in(Query query, PlanningFacts facts) {
        return new PushQualsDown(facts).rewrite(query);
    }

    @Override
    public Query rewrite(Query written) {
        Query query = HavingToWhere.in(written, facts);
        boolean has = query.isSelect() && query.rtable().stream().anyMatch(entry -> entry instanceof RteSubquery);
        return super.rewrite(has && query.setOperations() == null ? new Level(query).pushed() : query);
    }

    /// The quals of one query.
    private final class Level {
        private final Query query;
        private final List<RangeTblEntry> table;
        private final @Nullable BitSet[] pushable;
        private final Set<Expr> gone = Collections.newSetFromMap(new IdentityHashMap<>());

        Level(Query query) {
            this.query = query;
            this.table = new ArrayList<>(query.rtable());
            this.pushable = new BitSet[table.size() + 1];
        }

        Query pushed() {
            descend(query.jointree(), List.of());
            if (gone.isEmpty()) {
                return query;
            }
            Query.Builder b = query.toBuilder();
            b.rtable = table;
            b.jointree = (FromExpr) without(query.jointree());
            return b.build();
        }

        /// @param quals hold for all rows of the item that come through
        private void descend(FromItem item, List<Expr> quals) {
            switch (item) {
                case RangeTblRef ref -> quals.forEach(qual -> push(qual, ref.rtindex()));
                case FromExpr from -> {
                    List<Expr> all = with(quals, from.quals());
                    from.fromList().forEach(child -> descend(child, all));
                }
                case JoinExpr join -> {
                    List<Expr> own = with(List.of(), join.quals());
                    List<Expr> all = with(quals, join.quals());
                    switch (join.joinType()) {
                        case INNER -> {
                            descend(join.left(), all);
                            descend(join.right(), all);
                        }
                        case LEFT -> {
                            descend(join.left(), quals);
                            descend(join.right(), own);
                        }
                        case RIGHT -> {
                            descend(join.left(), own);
                            descend(join.right(), quals);
                        }
                        case FULL, SEMI, ANTI -> {
                            descend(join.left(), List.of());
                            descend(join.right(), List.of());
                        }
                    }
                }
            }
        }

        private static List<Expr> with(List<Expr> quals, @Nullable Expr more) {
            List<Expr> all = new ArrayList<>(quals);
            all.addAll(Equalities.conjuncts(more));
            return all;
        }

        private void push(Expr qual, int rtindex) {
            if (gone.contains(qual)
                    || !(table.get(rtindex - 1) instanceof RteSubquery sub)
                    || sub.securityBarrier()
                    || !readsOnly(qual, rtindex)) {
                return;
            }
            BitSet outputs = pushable[rtindex];
            if (outputs == null) {
                BitSet found = PushableOutputs.of(sub.query(), facts);
                outputs = found == null ? new BitSet() : found;
                pushable[rtindex] = outputs;
            }
            BitSet safe = outputs;
            boolean all = !ExprWalk.any(
                    qual,
                    e -> e instanceof Var var && var.levelsUp() == 0 && (var.attno() <= 0 || !safe.get(var.attno())));
            if (all) {
                table.set(rtindex - 1, sub.withQuery(QualInSubquery.added(sub.query(), qual, rtindex)));
                gone.add(qual);
            }
        }

        private boolean readsOnly(Expr qual, int rtindex) {
            boolean[] reads = new boolean[1];
            boolean others = ExprWalk.any(qual, e -> {
                if (e instanceof Var var && var.levelsUp() == 0) {
                    reads[0] = true;
                    return var.varno() != rtindex;
                }
                return e instanceof SubLink;
            });
            return reads[0] && !others && ExprFacts.volatility(qual, facts) != Volatility.VOLATILE;
        }

        private FromItem without(FromItem item) {
            return switch (item) {
                case RangeTblRef ref -> ref;
                case FromExpr from ->
                    new FromExpr(from.fromList().stream().map(this::without).toList(), left(from.quals()));
                case JoinExpr join ->
                    new JoinExpr(
                            join.joinType(),
                            join.natural(),
                            without(join.left()),
                            without(join.right()),
                            join.usingClause(),
                            left(join.quals()),
                            join.alias(),
                            join.rtindex());
            };
        }

        private @Nullable Expr left(@Nullable Expr quals) {
            List<Expr> conjuncts = Equalities.conjuncts(quals);
            return conjuncts.stream().noneMatch(gone::contains)
                    ? quals
                    : QualInSubquery.and(conjuncts.stream()
                            .filter(qual -> !gone.contains(qual))
                            .toList());
        }
    }
}
