package org.pgherd.shardplanner.distribution;

import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.SqlValueFunction;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Reach;

/// Whether an expression must be evaluated as the session's role: it names that role, reads what belongs to the
/// session, or calls a user's routine, which would have the rights of whoever runs it.
final class SessionBound {
    private SessionBound() {}

    static boolean is(Expr expr, PlanningFacts facts) {
        boolean[] bound = {ExprWalk.any(expr, SessionBound::namesRole)};
        ExprFacts.functions(expr, facts, function -> bound[0] |= isBound(function, facts));
        return bound[0];
    }

    private static boolean namesRole(Expr expr) {
        return expr instanceof SqlValueFunction value
                && switch (value.op()) {
                    case CURRENT_ROLE, CURRENT_USER, USER, SESSION_USER -> true;
                    default -> false;
                };
    }

    private static boolean isBound(int function, PlanningFacts facts) {
        if (Integer.compareUnsigned(function, ShardingCatalog.FIRST_NORMAL_OID) >= 0) {
            return true;
        }
        return facts.reach(function) == Reach.CATALOG
                || switch (facts.functionName(function)) {
                    case "\"current_user\"", "\"session_user\"" -> true;
                    default -> false;
                };
    }
}
