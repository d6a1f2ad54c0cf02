package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.GroupingFunc;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// GROUP BY a HAVING a > 1 AND count(*) > 2  =>  WHERE a > 1 GROUP BY a HAVING count(*) > 2   (subquery_planner).
///
/// Counter-examples: without GROUP BY there is one group, rows or not; the NULLs of grouping sets are made above;
/// a collation that takes different texts for equal ones puts rows into a group of which the qual drops some.
final class HavingToWhere {
    private HavingToWhere() {}

    static Query in(Query query, PlanningFacts facts) {
        if (query.havingQual() == null
                || query.groupClause().isEmpty()
                || !query.groupingSets().isEmpty()) {
            return query;
        }
        List<Expr> where = new ArrayList<>(Equalities.conjuncts(query.jointree().quals()));
        List<Expr> having = new ArrayList<>();
        int before = where.size();
        for (Expr qual : Equalities.conjuncts(query.havingQual())) {
            (isOfRows(qual, facts) ? where : having).add(qual);
        }
        if (where.size() == before) {
            return query;
        }
        Query.Builder b = query.toBuilder();
        b.jointree = query.jointree().withQuals(QualInSubquery.and(where));
        b.havingQual = QualInSubquery.and(having);
        return b.build();
    }

    private static boolean isOfRows(Expr qual, PlanningFacts facts) {
        return !ExprWalk.any(qual, e -> e instanceof Aggref || e instanceof GroupingFunc || e instanceof SubLink)
                && ExprFacts.volatility(qual, facts) != Volatility.VOLATILE
                && !readsLooseText(qual, facts);
    }

    /// Whether a column is read whose collation takes different texts for equal ones.
    static boolean readsLooseText(Expr qual, PlanningFacts facts) {
        return ExprWalk.any(qual, e -> isLoose(e.type().collation(), facts));
    }

    static boolean isLoose(int collation, PlanningFacts facts) {
        if (collation == 0) {
            return false;
        }
        var row = facts.types().collation(collation);
        return row != null && !row.deterministic();
    }
}
