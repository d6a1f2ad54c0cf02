package org.pgherd.shardplanner.planning;

import java.util.List;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.shardplanner.plan.NestedLoop;

/// What a full join may be on: an equality of both sides, or a constant. That is a limit of PostgreSQL's planner
/// (select_mergejoin_clauses of joinpath.c), and so of its language. Whether a condition is a constant may depend on
/// the
/// values of parameters; then the executor finds out.
final class FullJoinCondition {
    private FullJoinCondition() {}

    static void require(List<Expr> quals, LocalPart left, LocalPart right, Joins joins) {
        boolean constant = quals.stream().allMatch(Const.class::isInstance);
        boolean mayBe = quals.stream().anyMatch(ExprWalk::hasExternParam);
        if (!constant && !mayBe && quals.stream().noneMatch(qual -> joins.joinsByKey(qual, left, right))) {
            throw NestedLoop.fullJoinUnsupported();
        }
    }
}
