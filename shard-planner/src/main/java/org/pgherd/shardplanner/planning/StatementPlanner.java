package org.pgherd.shardplanner.planning;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.shardplanner.distribution.Finding;
import org.pgherd.shardplanner.distribution.Locality;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Rung;

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

    /// As [#whole] for a statement that will be sent with the names of the views that it reads or writes: at every cap,
    /// as only the shards know all of what those stand for.
    public @Nullable Remote byName(Query query) {
        Environment environment = Environment.top(new Locality(planning.tables().byName()));
        if (query.isSelect()) {
            Finding finding = environment.locality().below().of(query).finding();
            return queries.whole(query, finding, true, Rung.ROUTE);
        }
        return new ModifyPlanner(queries).whole(query, environment);
    }

    public PlanNode plan(Query query) {
        return queries.plan(query, Environment.top(new Locality(planning.tables())));
    }
}
