package org.pgherd.shardplanner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.shardplanner.deparse.QueryText;
import org.pgherd.shardplanner.deparse.SqlText;
import org.pgherd.shardplanner.distribution.Finding;
import org.pgherd.shardplanner.distribution.Refusal;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.distribution.WriteLocality;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Routing;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.Why;
import org.pgherd.shardplanner.plan.With;
import org.pgherd.shardplanner.prepare.SplitRowAssignment;
import org.pgherd.shardplanner.rule.RouteWholeQuery;
import org.pgherd.shardplanner.rule.ScatterWholeQuery;

/// INSERT, UPDATE, DELETE and MERGE: pushed whole where each shard can do its own rows' part, else the rows are
/// found
/// here and written shard by shard.
final class ModifyPlanner {
    private final QueryPlanner queries;
    private final Planning planning;

    ModifyPlanner(QueryPlanner queries) {
        this.queries = queries;
        this.planning = queries.planning();
    }

    /// The whole statement as one node, or null.
    @Nullable
    Remote whole(Query query, Environment environment) {
        planning.markWrites();
        RteRelation target = (RteRelation) query.rte(query.resultRelation());
        return finding(query, environment) instanceof Spread spread ? whole(query, target, spread, environment) : null;
    }

    private Finding finding(Query query, Environment environment) {
        return WriteLocality.of(query, environment.locality(), planning.tables());
    }

    PlanNode plan(Query query, Environment environment) {
        planning.markWrites();
        RteRelation target = (RteRelation) query.rte(query.resultRelation());
        Finding finding = planning.readsFirst() && readsTables(query)
                ? new Refusal("the rows are read before the statement writes")
                : finding(query, environment);
        Remote whole = finding instanceof Spread spread ? whole(query, target, spread, environment) : null;
        if (whole != null) {
            return whole;
        }
        if (planning.readsFirst()) {
            return byRows(SplitRowAssignment.in(query, planning.facts()), target, finding, environment);
        }
        Query single = SingleValuedSubLinks.in(SplitRowAssignment.in(query, planning.facts()), queries, environment);
        if (single != query && finding(single, environment) instanceof Spread spread) {
            Remote rest = whole(single, target, spread, environment);
            if (rest != null) {
                return rest;
            }
        }
        return byRows(single, target, finding, environment);
    }

    /// Whether a write looks at rows of tables, its own for one.
    private static boolean readsTables(Query query) {
        return query.commandType() != CommandType.INSERT
                || ExprWalk.allQueries(query).stream()
                        .anyMatch(q -> q.rtable().stream()
                                .anyMatch(entry ->
                                        entry instanceof RteRelation && entry != query.rte(query.resultRelation())));
    }

    private PlanNode byRows(Query query, RteRelation target, Finding finding, Environment environment) {
        String why = finding instanceof Refusal refusal
                ? refusal.reason()
                : "pgherd.max_pushdown = " + planning.cap().label();
        var definitions = queries.definitions(query, environment);
        RowWriter rows = new RowWriter(queries, environment);
        PlanNode node = switch (query.commandType()) {
            case INSERT -> rows.insert(query, target, why);
            case UPDATE ->
                rows.writesRowsOnly(query, target)
                        ? rows.update(query, target, why)
                        : joined(query, target, rows, why, environment);
            case DELETE ->
                rows.writesRowsOnly(query, target)
                        ? rows.delete(query, target, why)
                        : joined(query, target, rows, why, environment);
            case MERGE -> joined(query, target, rows, why, environment);
            case SELECT, UTILITY, NOTHING -> throw new AssertionError("not a write");
        };
        return definitions.isEmpty() ? node : new With(definitions, node);
    }

    private PlanNode joined(Query query, RteRelation target, RowWriter rows, String why, Environment environment) {
        return new MergePlanner(query, target, environment, queries, rows).plan(why);
    }

    private @Nullable Remote whole(Query query, RteRelation target, Spread spread, Environment environment) {
        if (spread.isReadByOther()) {
            return null;
        }
        boolean replicated = planning.tables().distribution(target) instanceof Distribution.Reference;
        if (spread.everywhere() && !replicated) {
            throw new AssertionError("a write of " + target.relation() + " that belongs nowhere");
        }
        boolean one = spread.onOneShard();
        Rung rung = one || replicated ? Rung.ROUTE : Rung.SCATTER;
        // copies of a row have no common address, so that a reference table can only be written whole, at every cap
        if (!replicated && !planning.allows(rung) && !environment.locality().isByName()) {
            return null;
        }
        planning.fire(rung == Rung.ROUTE ? RouteWholeQuery.class : ScatterWholeQuery.class);
        SqlText text = QueryText.of(query, planning.facts());
        Routing routing = replicated ? new Routing.AllShards() : planning.routing(spread, false);
        return new Remote(
                Remotes.columns(query.returningList()),
                text.sql(),
                text.parameters(),
                routing,
                List.of(),
                true,
                replicated,
                false,
                new Why(rung, spread.because(), rung == Rung.ROUTE ? "" : "no qual pins the shard key"));
    }
}
