package org.pgherd.shardplanner.planning;

import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.PartialAssignment;
import org.pgherd.analyzer.query.PlannedExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.distribution.Finding;
import org.pgherd.shardplanner.distribution.Locality;
import org.pgherd.shardplanner.distribution.Refusal;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.facts.Reach;
import org.pgherd.shardplanner.plan.Rung;

/// Whether an expression may be evaluated by the shards of a part.
final class Shippable {
    private Shippable() {}

    /// The part's spread with the expression in it, or why it stays here. Sublinks are subtrees: not below rung 2.
    static Finding in(Expr expr, Spread spread, Equalities equal, Environment environment, Planning planning) {
        if (ExprWalk.any(expr, e -> e instanceof PlannedExpr)) {
            return new Refusal("a subplan runs on the coordinator");
        }
        if (!ExprFacts.subLinks(expr).isEmpty() && !planning.allows(Rung.SCATTER)) {
            return new Refusal("pgherd.max_pushdown forbids to push subqueries");
        }
        if (hasPartialAssignment(expr)) {
            return new Refusal("an assignment to a part of a value has no form in a SELECT");
        }
        Locality locality = environment.locality();
        Finding finding = locality.expression(expr, spread, equal);
        if (finding instanceof Spread changed && changed.kind() != spread.kind() && !spread.everywhere()) {
            return new Refusal("the expression reads rows elsewhere");
        }
        return finding;
    }

    /// As assignments of PL/pgSQL have it.
    static boolean hasPartialAssignment(Expr expr) {
        return ExprWalk.any(expr, PartialAssignment::is);
    }

    /// Whether it has no sublinks and no function that must run in one place.
    static boolean plain(Expr expr, Planning planning) {
        return ExprFacts.subLinks(expr).isEmpty()
                && !ExprWalk.any(expr, e -> e instanceof PlannedExpr || PartialAssignment.is(e))
                && ExprFacts.reach(expr, planning.facts()).ordinal() <= Reach.TRANSACTION_TIME.ordinal();
    }

    static boolean systemOnly(Query query) {
        boolean any = false;
        for (Query q : ExprWalk.allQueries(query)) {
            for (var entry : q.rtable()) {
                if (entry instanceof org.pgherd.analyzer.query.RteRelation r) {
                    if (Integer.compareUnsigned(
                                    r.relation().oid(),
                                    org.pgherd.analyzer.catalog.sharding.ShardingCatalog.FIRST_NORMAL_OID)
                            >= 0) {
                        return false;
                    }
                    any = true;
                }
            }
        }
        return any;
    }
}
