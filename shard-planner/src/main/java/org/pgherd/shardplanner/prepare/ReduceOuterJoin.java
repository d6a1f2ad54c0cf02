package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// a LEFT JOIN b ON p WHERE q(b), q strict  =>  a JOIN b ON p WHERE q(b)   (reduce_outer_joins).
///
/// A row made up with NULLs for b makes a strict q NULL and is dropped, so it need not be made up. FULL likewise
/// becomes
/// LEFT or RIGHT or INNER. Counter-example: WHERE b.x IS NULL wants exactly those rows. A sublink that becomes a
/// semi-join is such a q: WHERE EXISTS (SELECT FROM c WHERE c.x = b.x).
public final class ReduceOuterJoin extends ExprRewriter {
    private final NonNullableRelations strict;
    private final BiPredicate<SubLink, Set<Integer>> joined;

    private ReduceOuterJoin(PlanningFacts facts, BiPredicate<SubLink, Set<Integer>> joined) {
        this.strict = new NonNullableRelations(facts);
        this.joined = joined;
    }

    public static Query in(Query query, PlanningFacts facts) {
        return new ReduceOuterJoin(facts, new JoinedSubLinks(facts)::isJoined).rewrite(query);
    }

    /// One level alone.
    ///
    /// @param joined which sublinks become semi-joins where these relations are available
    static FromExpr in(FromExpr jointree, PlanningFacts facts, BiPredicate<SubLink, Set<Integer>> joined) {
        return (FromExpr) new ReduceOuterJoin(facts, joined).reduce(jointree, Set.of());
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
                Set<Integer> here = with(notNull, from.quals(), Relations.of(from));
                List<FromItem> items = new ArrayList<>();
                from.fromList().forEach(child -> items.add(reduce(child, here)));
                yield new FromExpr(items, from.quals());
            }
            case JoinExpr join -> {
                Set<Integer> leftRelations = Relations.of(join.left());
                Set<Integer> rightRelations = Relations.of(join.right());
                boolean left = !Collections.disjoint(leftRelations, notNull);
                boolean right = !Collections.disjoint(rightRelations, notNull);
                JoinType type = switch (join.joinType()) {
                    case LEFT -> right ? JoinType.INNER : JoinType.LEFT;
                    case RIGHT -> left ? JoinType.INNER : JoinType.RIGHT;
                    case FULL ->
                        left && right ? JoinType.INNER : left ? JoinType.LEFT : right ? JoinType.RIGHT : JoinType.FULL;
                    case INNER, SEMI, ANTI -> join.joinType();
                };
                Set<Integer> toLeft = switch (type) {
                    case INNER -> with(notNull, join.quals(), Relations.of(join));
                    case RIGHT -> with(Set.of(), join.quals(), leftRelations);
                    case LEFT -> notNull;
                    case FULL, SEMI, ANTI -> Set.of();
                };
                Set<Integer> toRight = switch (type) {
                    case INNER -> toLeft;
                    case LEFT -> with(Set.of(), join.quals(), rightRelations);
                    case RIGHT -> notNull;
                    case FULL, SEMI, ANTI -> Set.of();
                };
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

    private Set<Integer> with(Set<Integer> notNull, @Nullable Expr quals, Set<Integer> available) {
        List<Expr> conjuncts = Equalities.conjuncts(quals);
        if (conjuncts.stream().anyMatch(NonNullableRelations::isNever)) {
            // nothing is left of the others (canonicalize_qual)
            return notNull;
        }
        Set<Integer> all = new HashSet<>(notNull);
        for (Expr conjunct : conjuncts) {
            if (!(conjunct instanceof SubLink link)) {
                all.addAll(strict.relations(conjunct));
            } else if (joined.test(link, available)) {
                all.addAll(strict.ofJoined(link));
            }
        }
        return all;
    }
}
