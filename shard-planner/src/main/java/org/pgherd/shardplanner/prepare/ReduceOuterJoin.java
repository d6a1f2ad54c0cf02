package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// a LEFT JOIN b ON p WHERE q(b), q strict  =>  a JOIN b ON p WHERE q(b)   (reduce_outer_joins).
///
/// A row made up with NULLs for b makes a strict q NULL and is dropped, so it need not be made up. FULL likewise
/// becomes
/// LEFT or RIGHT or INNER. Counter-example: WHERE b.x IS NULL wants exactly those rows.
public final class ReduceOuterJoin extends ExprRewriter {
    private final NonNullableRelations strict;

    private ReduceOuterJoin(PlanningFacts facts) {
        this.strict = new NonNullableRelations(facts);
    }

    public static Query in(Query query, PlanningFacts facts) {
        return new ReduceOuterJoin(facts).rewrite(query);
    }

    @Override
    public Query rewrite(Query query) {
        Query below = super.rewrite(query);
        FromExpr reduced = (FromExpr) reduce(below.jointree(), Set.of());
        if (reduced.equals(below.jointree())) {
            return below;
        }
        Query.Builder b = below.toBuilder();
        b.jointree = reduced;
        return b.build();
    }

    /// @param notNull range table indexes whose made-up rows are dropped above
    private FromItem reduce(FromItem item, Set<Integer> notNull) {
        return switch (item) {
            case RangeTblRef ref -> ref;
            case FromExpr from -> {
                Set<Integer> here = with(notNull, from.quals());
                List<FromItem> items = new ArrayList<>();
                from.fromList().forEach(child -> items.add(reduce(child, here)));
                yield new FromExpr(items, from.quals());
            }
            case JoinExpr join -> {
                boolean left = leaves(join.left()).stream().anyMatch(notNull::contains);
                boolean right = leaves(join.right()).stream().anyMatch(notNull::contains);
                JoinType type = switch (join.joinType()) {
                    case LEFT -> right ? JoinType.INNER : JoinType.LEFT;
                    case RIGHT -> left ? JoinType.INNER : JoinType.RIGHT;
                    case FULL ->
                        left && right ? JoinType.INNER : left ? JoinType.LEFT : right ? JoinType.RIGHT : JoinType.FULL;
                    case INNER, SEMI, ANTI -> join.joinType();
                };
                Set<Integer> on = with(notNull, join.quals());
                Set<Integer> toLeft = type == JoinType.INNER || type == JoinType.RIGHT
                        ? (type == JoinType.INNER ? on : with(Set.of(), join.quals()))
                        : type == JoinType.LEFT ? notNull : Set.of();
                Set<Integer> toRight = type == JoinType.INNER || type == JoinType.LEFT
                        ? (type == JoinType.INNER ? on : with(Set.of(), join.quals()))
                        : type == JoinType.RIGHT ? notNull : Set.of();
                yield new JoinExpr(
                        type,
                        join.natural(),
                        reduce(join.left(), toLeft),
                        reduce(join.right(), toRight),
                        join.usingClause(),
                        join.quals(),
                        join.alias(),
                        join.rtindex());
            }
        };
    }

    private Set<Integer> with(Set<Integer> notNull, @Nullable Expr quals) {
        Set<Integer> all = new HashSet<>(notNull);
        for (Expr conjunct : Equalities.conjuncts(quals)) {
            all.addAll(strict.relations(conjunct));
        }
        return all;
    }

    private static Set<Integer> leaves(FromItem item) {
        Set<Integer> set = new HashSet<>();
        switch (item) {
            case RangeTblRef ref -> set.add(ref.rtindex());
            case FromExpr from -> from.fromList().forEach(child -> set.addAll(leaves(child)));
            case JoinExpr join -> {
                set.addAll(leaves(join.left()));
                set.addAll(leaves(join.right()));
            }
        }
        return set;
    }
}
