package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// a LEFT JOIN b ON b.k = a.x AND p  =>  a (remove_useless_joins of analyzejoins.c), where nothing else reads b and no
/// two
/// rows of b have the same k.
///
/// Each row of a comes out once then, whether it has a partner or not; p is not even computed. Counter-examples: an
/// inner
/// join drops rows; without the unique key a row comes out as often as it has partners; a row of b that is locked is
/// read.
public final class RemoveUselessJoin extends ExprRewriter {
    private final PlanningFacts facts;

    private RemoveUselessJoin(PlanningFacts facts) {
        this.facts = facts;
    }

    public static Query in(Query query, PlanningFacts facts) {
        return new RemoveUselessJoin(facts).rewrite(query);
    }

    @Override
    public Query rewrite(Query query) {
        Query at = super.rewrite(query);
        if (!at.isSelect() || !at.rowMarks().isEmpty()) {
            return at;
        }
        for (JoinExpr join = removable(at); join != null; join = removable(at)) {
            at = without(at, join);
        }
        return at;
    }

    private @Nullable JoinExpr removable(Query query) {
        for (JoinExpr join : joins(query.jointree(), new ArrayList<>())) {
            boolean outer = join.joinType() == JoinType.LEFT || join.joinType() == JoinType.RIGHT;
            FromItem dropped = join.joinType() == JoinType.LEFT ? join.right() : join.left();
            if (outer
                    && dropped instanceof RangeTblRef ref
                    && new DistinctRows(query, ref.rtindex(), facts).by(Equalities.conjuncts(join.quals()))
                    && !isRead(without(query, join), ref.rtindex())) {
                return join;
            }
        }
        return null;
    }

    private static List<JoinExpr> joins(FromItem item, List<JoinExpr> into) {
        switch (item) {
            case RangeTblRef _ -> {}
            case FromExpr from -> from.fromList().forEach(child -> joins(child, into));
            case JoinExpr join -> {
                joins(join.left(), into);
                joins(join.right(), into);
                into.add(join);
            }
        }
        return into;
    }

    private static boolean isRead(Query query, int rtindex) {
        return ExprWalk.anyDeep(
                DropUnusedOutputs.withoutJoinAliases(query),
                0,
                (e, depth) -> e instanceof Var var && var.levelsUp() == depth && var.varno() == rtindex);
    }

    private static Query without(Query query, JoinExpr join) {
        Query.Builder b = query.toBuilder();
        b.jointree = (FromExpr) without(query.jointree(), join);
        return b.build();
    }

    private static FromItem without(FromItem item, JoinExpr gone) {
        return switch (item) {
            case RangeTblRef ref -> ref;
            case FromExpr from ->
                new FromExpr(
                        from.fromList().stream()
                                .map(child -> without(child, gone))
                                .toList(),
                        from.quals());
            case JoinExpr join when join == gone -> join.joinType() == JoinType.LEFT ? join.left() : join.right();
            case JoinExpr join ->
                new JoinExpr(
                        join.joinType(),
                        join.natural(),
                        without(join.left(), gone),
                        without(join.right(), gone),
                        join.usingClause(),
                        join.quals(),
                        join.alias(),
                        join.rtindex());
        };
    }
}
