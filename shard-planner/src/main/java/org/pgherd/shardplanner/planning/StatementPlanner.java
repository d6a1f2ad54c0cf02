package org.pgherd.shardplanner.planning;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.shardplanner.distribution.Finding;
import org.pgherd.shardplanner.distribution.Locality;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Remote;

/// The top level of a statement.
public final class StatementPlanner {
    private final Planning planning;
    private final QueryPlanner queries;

    public StatementPlanner(Planning planning) {
        this.planning = planning;
        this.queries = new QueryPlanner(planning);
    }

    /// A parameter for an expression that is computed once.
    public Expr once(Expr expr) {
        return planning.once(expr);
    }

    /// The whole statement as one [Remote]; null if it is to be taken apart.
    public @Nullable PlanNode whole(Query query) {
        Environment environment = Environment.top(new Locality(planning.tables()));
        if (query.isSelect()) {
            Finding finding = environment.locality().below().of(query).finding();
            return queries.whole(query, finding, true);
        }
        return new ModifyPlanner(queries).whole(query, environment) instanceof Remote remote ? remote : null;
    }

    public PlanNode plan(Query query) {
        return queries.plan(query, Environment.top(new Locality(planning.tables())));
    }
}
