package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// WITH x AS (q) .. FROM x  =>  FROM (q) x, when x is used once or said to be NOT MATERIALIZED (inline_cte).
///
/// Not if q is recursive, writes, locks rows or is volatile: then it would run another number of times.
public final class InlineCteUsedOnce {
    private InlineCteUsedOnce() {}

    public static Query in(Query query, PlanningFacts facts) {
        Query at = new ExprRewriter() {
            @Override
            public Query rewrite(Query q) {
                return level(super.rewrite(q), facts);
            }
        }.rewrite(query);
        return at;
    }

    private static Query level(Query query, PlanningFacts facts) {
        Query at = query;
        // later ones may use earlier ones, so go from the last to the first
        for (int i = query.cteList().size() - 1; i >= 0; i--) {
            CommonTableExpr cte = at.cteList().get(i);
            if (cte.refCount() == 0 && mayInline(cte, facts)) {
                at = without(at, i);
            } else if (mayInline(cte, facts)) {
                at = substitute(without(at, i), cte);
            }
        }
        return at;
    }

    private static boolean mayInline(CommonTableExpr cte, PlanningFacts facts) {
        boolean wanted = switch (cte.materialize()) {
            case DEFAULT -> cte.refCount() <= 1;
            case NEVER -> true;
            case ALWAYS -> cte.refCount() == 0;
        };
        return wanted
                && !cte.recursive()
                && cte.query().isSelect()
                && !cte.query().hasModifyingCTE()
                && cte.query().rowMarks().isEmpty()
                && cte.search() == null
                && cte.cycle() == null
                && !ExprFacts.isVolatile(cte.query(), facts);
    }

    private static Query without(Query query, int index) {
        List<CommonTableExpr> rest = new ArrayList<>(query.cteList());
        rest.remove(index);
        Query.Builder b = query.toBuilder();
        b.cteList = rest;
        b.inlinedCte = true;
        return b.build();
    }

    private static Query substitute(Query query, CommonTableExpr cte) {
        return new ExprRewriter() {
            @Override
            public RangeTblEntry rewrite(RangeTblEntry entry) {
                if (entry instanceof RteCte ref
                        && ref.levelsUp() == depth
                        && ref.cteName().equals(cte.name())) {
                    Query moved = Levels.raise(cte.query(), ref.levelsUp());
                    return new RteSubquery(moved, false, false, 0, ref.alias(), ref.eref(), ref.inFromClause());
                }
                return super.rewrite(entry);
            }
        }.rewrite(query);
    }
}
