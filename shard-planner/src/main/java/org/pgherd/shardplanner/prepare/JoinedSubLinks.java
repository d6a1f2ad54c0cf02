package org.pgherd.shardplanner.prepare;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// Sublinks of WHERE and ON that PostgreSQL makes semi-joins of before it looks at outer joins
/// (convert_EXISTS_sublink_to_join and convert_ANY_sublink_to_join of subselect.c).
final class JoinedSubLinks {
    private final PlanningFacts facts;

    JoinedSubLinks(PlanningFacts facts) {
        this.facts = facts;
    }

    /// @param available the relations that a qual at this place can be joined with
    boolean isJoined(SubLink link, Set<Integer> available) {
        return switch (link.kind()) {
            case EXISTS -> isJoinedExists(link.subselect(), available);
            case ANY -> {
                Expr test = Objects.requireNonNull(link.testExpr());
                Set<Integer> tested = read(test, 0);
                Set<Integer> read = read(link.subselect(), 1);
                yield !tested.isEmpty()
                        && available.containsAll(tested)
                        && available.containsAll(read)
                        && ExprFacts.volatility(test, facts) != Volatility.VOLATILE;
            }
            case ALL, ROWCOMPARE, EXPR, MULTIEXPR, ARRAY, CTE -> false;
        };
    }

    private boolean isJoinedExists(Query query, Set<Integer> available) {
        Expr where = query.jointree().quals();
        if (where == null || !hasRows(query) || ExprFacts.volatility(where, facts) == Volatility.VOLATILE) {
            return false;
        }
        Query.Builder rest = query.toBuilder();
        rest.jointree = new FromExpr(query.jointree().fromList(), null);
        rest.targetList = List.of();
        rest.sortClause = List.of();
        rest.groupClause = List.of();
        rest.distinctClause = List.of();
        rest.windowClause = List.of();
        Set<Integer> read = read(where, 1);
        return !read.isEmpty()
                && available.containsAll(read)
                && read(rest.build(), 1).isEmpty();
    }

    /// Whether there is a row as soon as FROM and WHERE yield one (simplify_EXISTS_query).
    private boolean hasRows(Query query) {
        boolean some = query.limitCount() == null
                || SimplifyConstants.ofOneLevel(facts).rewrite(query.limitCount()) instanceof Const limit
                        && (limit.isNull() || limit.value() instanceof Long count && count > 0);
        return some && query.cteList().isEmpty() && SimplifyConstants.isUnreadByExists(query);
    }

    private static Set<Integer> read(Expr expr, int level) {
        Set<Integer> read = new HashSet<>();
        ExprWalk.anyDeep(expr, level, (e, depth) -> add(read, e, depth));
        return read;
    }

    private static Set<Integer> read(Query query, int level) {
        Set<Integer> read = new HashSet<>();
        ExprWalk.anyDeep(query, level, (e, depth) -> add(read, e, depth));
        return read;
    }

    private static boolean add(Set<Integer> read, Expr expr, int depth) {
        if (expr instanceof Var var && var.levelsUp() == depth) {
            read.add(var.varno());
        }
        return false;
    }
}
