package org.pgherd.shardplanner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.MergeAction;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.deparse.QueryText;
import org.pgherd.shardplanner.deparse.SqlText;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.distribution.Finding;
import org.pgherd.shardplanner.distribution.Locality;
import org.pgherd.shardplanner.distribution.Refusal;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.facts.Volatility;
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
        return finding(query, target, environment) instanceof Spread spread
                ? whole(query, target, spread, environment)
                : null;
    }

    private Finding finding(Query query, RteRelation target, Environment environment) {
        return query.commandType() == CommandType.INSERT
                ? new InsertLocality(planning, environment).of(query, target)
                : locality(query, target, environment);
    }

    PlanNode plan(Query query, Environment environment) {
        planning.markWrites();
        RteRelation target = (RteRelation) query.rte(query.resultRelation());
        Finding finding = planning.readsFirst() && readsTables(query)
                ? new Refusal("the rows are read before the statement writes")
                : finding(query, target, environment);
        Remote whole = finding instanceof Spread spread ? whole(query, target, spread, environment) : null;
        if (whole != null) {
            return whole;
        }
        if (planning.readsFirst()) {
            return byRows(query, target, finding, environment);
        }
        Query single = SingleValuedSubLinks.in(SplitRowAssignment.in(query), queries, environment);
        if (single != query && finding(single, target, environment) instanceof Spread spread) {
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

    private Finding locality(Query query, RteRelation target, Environment environment) {
        Locality proof = environment.locality().below();
        Finding finding = proof.of(query).finding();
        if (!(finding instanceof Spread spread)) {
            return finding;
        }
        Distribution distribution = planning.tables().distribution(target);
        if (distribution instanceof Distribution.Reference) {
            return referenceWrite(query, spread);
        }
        if (distribution instanceof Distribution.Hash hash && assignsKey(query, hash.attnum())) {
            return new Refusal("the shard key is assigned, rows may move to another shard");
        }
        if (query.commandType() == CommandType.MERGE && !spread.onOneShard()) {
            return mergeInserts(query, spread, proof);
        }
        return spread;
    }

    /// Every copy must come out the same.
    private Finding referenceWrite(Query query, Spread spread) {
        if (!spread.everywhere()) {
            return new Refusal("the new rows of a reference table depend on rows that are not on every shard");
        }
        for (Query q : ExprWalk.allQueries(query)) {
            for (Expr expr : ExprWalk.expressions(q)) {
                if (ExprFacts.volatility(expr, planning.facts()) == Volatility.VOLATILE) {
                    return new Refusal("a volatile function would give each copy of a reference table other values");
                }
            }
        }
        return spread;
    }

    static boolean assignsKey(Query query, int attnum) {
        for (TargetEntry entry : query.targetList()) {
            boolean same =
                    entry.expr() instanceof Var var && var.varno() == query.resultRelation() && var.attno() == attnum;
            if (!entry.junk() && entry.resno() == attnum && !same && query.commandType() == CommandType.UPDATE) {
                return true;
            }
        }
        for (MergeAction action : query.mergeActionList()) {
            if (action.commandType() == CommandType.UPDATE) {
                for (TargetEntry entry : action.targetList()) {
                    if (entry.resno() == attnum) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// A source row without a partner is inserted where it is: its key must say that it belongs there.
    private Finding mergeInserts(Query query, Spread spread, Locality proof) {
        for (MergeAction action : query.mergeActionList()) {
            if (action.commandType() == CommandType.INSERT) {
                RteRelation target = (RteRelation) query.rte(query.resultRelation());
                int key = planning.tables().distribution(target) instanceof Distribution.Hash h ? h.attnum() : 0;
                Equalities equal = proof.scope(query);
                boolean fromKey = action.targetList().stream()
                        .anyMatch(entry -> entry.resno() == key && equal.isKey(entry.expr(), spread.keys()));
                boolean sourceSharded = spread.keys().stream()
                        .anyMatch(k -> k instanceof Var var && var.varno() != query.resultRelation());
                if (!fromKey || !sourceSharded) {
                    return new Refusal("MERGE inserts rows whose shard key is not that of the source row's shard");
                }
            }
        }
        return spread;
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
