package org.pgherd.shardplanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.shardplanner.deparse.QueryText;
import org.pgherd.shardplanner.deparse.SqlText;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Routing;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.planning.Planning;
import org.pgherd.shardplanner.planning.StatementPlanner;
import org.pgherd.shardplanner.prepare.FlattenJoinAliases;
import org.pgherd.shardplanner.prepare.InlineSqlFunctions;
import org.pgherd.shardplanner.prepare.InsertedSets;
import org.pgherd.shardplanner.prepare.JoinTargetRelation;
import org.pgherd.shardplanner.prepare.LockedRows;
import org.pgherd.shardplanner.prepare.NameTableOid;
import org.pgherd.shardplanner.prepare.Preparation;
import org.pgherd.shardplanner.prepare.ReadsOfWritten;
import org.pgherd.shardplanner.prepare.ShipTransactionTime;
import org.pgherd.shardplanner.prepare.StableReads;

/// The entrance: an analyzed, rewritten (views expanded, defaults filled in) statement to its plan.
public final class Planner {
    private static final String SEVERAL_SNAPSHOTS = "a snapshot per shard";

    private Planner() {}

    /// A plan and the names of the rules that shaped it.
    public record Outcome(PlannedStatement statement, Set<String> fired) {}

    public static PlannedStatement plan(Query query, PlannerContext context) {
        return outcome(query, context).statement();
    }

    public static Outcome outcome(Query query, PlannerContext context) {
        if (query.commandType() == CommandType.UTILITY) {
            throw new AssertionError("utility statements have no plan");
        }
        Planning planning = new Planning(context);
        StatementPlanner statements = new StatementPlanner(planning);
        NamedViews views = context.views();
        Query original = views == null ? query : views.original();
        Query flatOriginal = flat(original);
        Query namedOriginal = NameTableOid.in(flatOriginal);
        Query shippedOriginal = ShipTransactionTime.in(namedOriginal, context.facts(), statements::once);
        int times = planning.singleValues().size();
        boolean changed = shippedOriginal != flatOriginal;
        Query shipped = shippedOriginal;
        PlanNode root;
        if (views == null) {
            root = LockedRows.hasRowless(shipped) ? null : statements.whole(shipped);
        } else {
            Query flat = flat(query);
            Query named = NameTableOid.in(flat);
            shipped = ShipTransactionTime.in(named, context.facts(), statements::once);
            boolean alike =
                    planning.singleValues().size() == times && (named == flat) == (namedOriginal == flatOriginal);
            Query sent = !alike ? null : changed ? shippedOriginal : views.original();
            root = byName(views, shipped, sent, statements, context);
        }
        // views are read with their owners' rights: whole by name, or part by part
        boolean settled = root != null && (views != null || Rungs.of(root) == Rung.ROUTE);
        Query inlined = settled ? shipped : InlineSqlFunctions.in(shipped, context.facts());
        if (inlined != shipped) {
            planning.fire(InlineSqlFunctions.class);
            shipped = ShipTransactionTime.in(NameTableOid.in(flat(inlined)), context.facts(), statements::once);
            changed = true;
            root = views != null || LockedRows.hasRowless(shipped) ? null : statements.whole(shipped);
        }
        boolean verbatim = false;
        if (root instanceof Remote remote) {
            if (!changed && context.statementText() != null) {
                root = verbatim(remote, context);
                verbatim = true;
            }
        } else {
            Query computed = StableReads.in(shipped, context.facts(), statements::once);
            if (computed != shipped || ReadsOfWritten.in(computed, context.facts())) {
                planning.readFirst();
            }
            root = statements.plan(Preparation.prepare(computed, context.facts(), planning::fire));
        }
        PlannedStatement statement = new PlannedStatement(
                query.commandType(),
                root,
                columns(query, root),
                planning.initPlans(),
                planning.singleValues(),
                planning.parameterCount(),
                context.parameterTypes(),
                planning.writes() || query.hasModifyingCTE(),
                Rungs.of(root),
                isolation(root, planning),
                verbatim,
                planning.readsFirst());
        return new Outcome(statement, planning.fired());
    }

    private static Query flat(Query query) {
        return InsertedSets.in(JoinTargetRelation.in(FlattenJoinAliases.in(query)));
    }

    /// Computes what is computed while a statement is planned that is taken apart, and fails where that does.
    public static void compute(Query query, PlanningFacts facts) {
        Query ignored = Preparation.prepare(flat(query), facts, _ -> {});
    }

    /// The statement as one [Remote] that names the views; null if it must be taken apart. Where the views say now() or
    /// tableoid the shards would not all mean the same.
    ///
    /// @param shipped the statement with the views expanded
    /// @param named what the shards are to be sent; null if they would not all mean the same by it
    private static @Nullable Remote byName(
            NamedViews views,
            Query shipped,
            @Nullable Query named,
            StatementPlanner statements,
            PlannerContext context) {
        Remote remote = named == null || views.apart() ? null : statements.byName(shipped);
        if (remote == null && views.onlyWhole() != null) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, views.onlyWhole() + " is not supported by PgHerd");
        }
        if (remote == null || named == views.original() && context.statementText() != null) {
            return remote;
        }
        SqlText text = QueryText.of(java.util.Objects.requireNonNull(named), context.facts());
        return remote.withSql(text.sql(), text.parameters());
    }

    private static Remote verbatim(Remote r, PlannerContext context) {
        String text = context.statementText();
        if (text == null) {
            throw new AssertionError("no text to forward");
        }
        return r.withSql(text, Param.externs(context.parameterTypes()));
    }

    private static List<PlanColumn> columns(Query query, PlanNode root) {
        List<PlanColumn> columns = new ArrayList<>();
        List<String> names = query.outputNames();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new PlanColumn(names.get(i), query.outputTypes().get(i)));
        }
        if (columns.size() != root.output().size()) {
            throw new AssertionError(
                    "plan yields " + root.output().size() + " columns, the statement has " + columns.size());
        }
        return columns;
    }

    private static String isolation(PlanNode root, Planning planning) {
        if (planning.readsFirst()) {
            return SEVERAL_SNAPSHOTS + ", all read before any is written";
        }
        if (!planning.initPlans().isEmpty()) {
            return SEVERAL_SNAPSHOTS;
        }
        boolean one = root instanceof Remote remote
                && (remote.routing() instanceof Routing.ByKey
                        || remote.routing() instanceof Routing.AnyOne
                        || remote.routing() instanceof Routing.Fixed fixed
                                && fixed.shards().size() <= 1);
        return one ? "one snapshot" : SEVERAL_SNAPSHOTS;
    }
}
