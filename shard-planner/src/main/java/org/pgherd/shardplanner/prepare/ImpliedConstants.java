package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
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

/// a JOIN b ON a.x = b.y WHERE a.x = 5  =>  .. WHERE a.x = 5 AND b.y = 5   (generate_base_implied_equalities), and
/// a LEFT JOIN b ON a.x = b.y WHERE a.x = 5  =>  a LEFT JOIN b ON a.x = b.y AND b.y = 5 WHERE a.x = 5
/// (reconsider_outer_join_clauses).
///
/// Counter-example: WHERE b.y = 5 says nothing of the rows of a that a FULL JOIN keeps.
public final class ImpliedConstants extends ExprRewriter {
    private final PlanningFacts facts;

    private ImpliedConstants(PlanningFacts facts) {
        this.facts = facts;
    }

    public static Query in(Query query, PlanningFacts facts) {
        return new ImpliedConstants(facts).rewrite(query);
    }

    @Override
    public Query rewrite(Query query) {
        Query below = super.rewrite(query);
        if (below.rtable().size() < 2 || below.setOperations() != null) {
            return below;
        }
        FromItem jointree = joined(below.jointree(), List.of());
        if (jointree.equals(below.jointree())) {
            return below;
        }
        Query.Builder b = below.toBuilder();
        b.jointree = (FromExpr) jointree;
        return b.build();
    }

    /// The top of inner joins.
    ///
    /// @param known what holds for all rows of the item that matter
    private FromItem joined(FromItem item, List<Expr> known) {
        List<Expr> quals = new ArrayList<>(known);
        inner(item, quals);
        ConstantClasses classes = new ConstantClasses(facts, quals);
        List<Expr> implied = classes.implied();
        quals.addAll(implied);
        FromItem below = children(implied.isEmpty() ? item : without(item, classes), quals);
        return switch (below) {
            case FromExpr from when !implied.isEmpty() -> from.withQuals(and(from.quals(), implied));
            case JoinExpr join
            when !implied.isEmpty() && join.joinType() == JoinType.INNER ->
                withQuals(join, join.left(), join.right(), and(join.quals(), implied));
            default -> below;
        };
    }

    /// The quals of the inner joins that the item consists of.
    private static void inner(FromItem item, List<Expr> quals) {
        switch (item) {
            case RangeTblRef _ -> {}
            case FromExpr from -> {
                quals.addAll(Equalities.conjuncts(from.quals()));
                from.fromList().forEach(child -> inner(child, quals));
            }
            case JoinExpr join -> {
                if (join.joinType() == JoinType.INNER) {
                    quals.addAll(Equalities.conjuncts(join.quals()));
                    inner(join.left(), quals);
                    inner(join.right(), quals);
                }
            }
        }
    }

    /// The inner joins without conditions that now hold whatever the rows.
    private static FromItem without(FromItem item, ConstantClasses classes) {
        return switch (item) {
            case FromExpr from ->
                new FromExpr(
                        from.fromList().stream()
                                .map(child -> without(child, classes))
                                .toList(),
                        needed(from.quals(), classes));
            case JoinExpr join
            when join.joinType() == JoinType.INNER ->
                withQuals(
                        join,
                        without(join.left(), classes),
                        without(join.right(), classes),
                        needed(join.quals(), classes));
            default -> item;
        };
    }

    private static @Nullable Expr needed(@Nullable Expr quals, ConstantClasses classes) {
        List<Expr> conjuncts = Equalities.conjuncts(quals);
        return conjuncts.stream().noneMatch(classes::isImplied)
                ? quals
                : QualInSubquery.and(conjuncts.stream()
                        .filter(qual -> !classes.isImplied(qual))
                        .toList());
    }

    private FromItem children(FromItem item, List<Expr> quals) {
        return switch (item) {
            case RangeTblRef ref -> ref;
            case FromExpr from ->
                new FromExpr(
                        from.fromList().stream()
                                .map(child -> children(child, quals))
                                .toList(),
                        from.quals());
            case JoinExpr join ->
                switch (join.joinType()) {
                    case INNER ->
                        withQuals(join, children(join.left(), quals), children(join.right(), quals), join.quals());
                    case LEFT -> outer(join, join.left(), join.right(), quals);
                    case RIGHT -> outer(join, join.right(), join.left(), quals);
                    case FULL, SEMI, ANTI ->
                        withQuals(join, joined(join.left(), List.of()), joined(join.right(), List.of()), join.quals());
                };
        };
    }

    private FromItem outer(JoinExpr join, FromItem kept, FromItem optional, List<Expr> quals) {
        Set<Integer> there = Relations.of(kept);
        List<Expr> known = new ArrayList<>(
                quals.stream().filter(qual -> Relations.within(qual, there)).toList());
        FromItem first = joined(kept, known);
        inner(kept, known);
        known.addAll(Equalities.conjuncts(join.quals()));
        Set<Integer> here = Relations.of(optional);
        List<Expr> implied = new ConstantClasses(facts, known)
                .implied().stream().filter(qual -> Relations.within(qual, here)).toList();
        List<Expr> on = new ArrayList<>(Equalities.conjuncts(join.quals()));
        on.addAll(implied);
        FromItem second = joined(
                optional,
                on.stream().filter(qual -> Relations.within(qual, here)).toList());
        Expr condition = implied.isEmpty() ? join.quals() : QualInSubquery.and(on);
        return join.joinType() == JoinType.LEFT
                ? withQuals(join, first, second, condition)
                : withQuals(join, second, first, condition);
    }

    private static @Nullable Expr and(@Nullable Expr quals, List<Expr> more) {
        List<Expr> all = new ArrayList<>(Equalities.conjuncts(quals));
        all.addAll(more);
        return QualInSubquery.and(all);
    }

    private static JoinExpr withQuals(JoinExpr join, FromItem left, FromItem right, @Nullable Expr quals) {
        return new JoinExpr(
                join.joinType(), join.natural(), left, right, join.usingClause(), quals, join.alias(), join.rtindex());
    }
}
