package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.CurrentOf;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.rewrite.Rewriter;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.herd.CatalogSnapshot;
import org.pgherd.engine.routine.ExecuteRights;
import org.pgherd.engine.routine.InlinedBodies;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.operator.CompiledPlan;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.NotifyStmt;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.NamedViews;
import org.pgherd.shardplanner.Planner;
import org.pgherd.shardplanner.PlannerContext;
import org.pgherd.shardplanner.SemiJoinFilters;
import org.pgherd.shardplanner.deparse.QueryText;
import org.pgherd.shardplanner.deparse.SqlText;
import org.pgherd.shardplanner.facts.CatalogFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.Values;

/// From an analyzed query to its plan: rewrite rules, the planner, the privileges that no shard will ask for.
final class TreePlanner {
    private final SessionState session;
    private final FunctionContext functions;

    TreePlanner(SessionState session, FunctionContext functions) {
        this.session = session;
        this.functions = functions;
    }

    /// With the policies applied that no shard can apply alone: nothing is planned without them.
    Rewriter.Rewritten rewritten(Query analyzed, CatalogSnapshot snapshot) {
        return Rewriter.all(analyzed, session.view(), functions, new PolicyPlaces(session.view(), snapshot.sharding()));
    }

    PlannedQuery rewritten(Query analyzed, CatalogSnapshot snapshot, List<SqlType> parameters) {
        Rewriter.Rewritten rewritten = rewritten(analyzed, snapshot);
        for (Query query : rewritten.queries()) {
            if (ExprWalk.anyDeep(query, 0, (expr, _) -> expr instanceof CurrentOf)) {
                // of a view, by whose rules the clause has come to the query
                throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "WHERE CURRENT OF on a view is not implemented");
            }
        }
        if (!rewritten.isOne()) {
            return steps(analyzed, rewritten, snapshot, parameters, cap(), false);
        }
        Query query = Rewriter.only(rewritten);
        new TriggerGuard(session.view(), snapshot.sharding()).check(query);
        return planned(query, namedViews(analyzed, rewritten), null, snapshot, parameters, cap(), false);
    }

    /// The statements that rules have made of one, each planned for itself.
    PlannedQuery steps(
            Query analyzed,
            Rewriter.Rewritten rewritten,
            CatalogSnapshot snapshot,
            List<SqlType> parameters,
            Rung cap,
            boolean settingsMayChange) {
        Rewriter.requireCarriedOut(rewritten);
        TriggerGuard triggers = new TriggerGuard(session.view(), snapshot.sharding());
        RuleTargets targets = new RuleTargets(session.view());
        List<PlannedQuery> steps = new ArrayList<>();
        List<Boolean> applied = new ArrayList<>();
        int answering = -1;
        for (Query query : rewritten.queries()) {
            if (query == rewritten.answering()) {
                answering = steps.size();
            }
            if (query.commandType() == CommandType.UTILITY) {
                steps.add(notification(query, snapshot));
                applied.add(false);
            } else {
                triggers.check(query);
                applied.add(targets.hasRules(query));
                steps.add(planned(query, null, null, snapshot, parameters, cap, settingsMayChange));
            }
        }
        if (rewritten.othersViews()) {
            checkPrivileges(analyzed);
        }
        PlannedQuery answer = answering < 0 ? null : steps.get(answering);
        PlannedStatement nothing = new PlannedStatement(
                analyzed.commandType(),
                Values.none(List.of()),
                List.of(),
                List.of(),
                List.of(),
                0,
                parameters,
                true,
                cap,
                "a snapshot per shard",
                false);
        return new PlannedQuery(
                new CompiledPlan(nothing, new CatalogCodecs(session.view())),
                answer == null ? List.of() : answer.columns(),
                answer != null && answer.returnsRows(),
                parameters.stream().mapToInt(SqlType::oid).toArray(),
                true,
                settingsMayChange,
                snapshot.version(),
                null,
                null,
                new PlannedQuery.Steps(steps, applied, answering));
    }

    /// NOTIFY, the only utility statement that a rule may have, as a call.
    private PlannedQuery notification(Query action, CatalogSnapshot snapshot) {
        if (!(action.utilityStmt() instanceof NotifyStmt notify)) {
            throw new AssertionError("a rule's utility statement is NOTIFY");
        }
        String payload = notify.payload() == null ? "" : notify.payload();
        String call = "SELECT pg_catalog.pg_notify(" + PlacementWriter.literal(notify.conditionname()) + ", "
                + PlacementWriter.literal(payload) + ")";
        Query query = Analyzer.analyze(
                SqlParser.parse(call).getFirst().stmt(), call, session.view(), functions, ParameterTypes.none(), null);
        return planned(query, null, call, snapshot, List.of(), cap(), false);
    }

    PlannedQuery planned(
            Query query,
            @Nullable NamedViews views,
            @Nullable String text,
            CatalogSnapshot snapshot,
            List<SqlType> parameters,
            Rung cap,
            boolean settingsMayChange) {
        PlannerContext context = new PlannerContext(
                snapshot.sharding(),
                facts(),
                cap,
                ShardKeys::shardOf,
                text,
                parameters,
                semiJoinFilters(),
                session.settings().repartitionJoins(),
                views);
        PlannedStatement plan = Planner.plan(query, context);
        if (views != null && !plan.verbatim()) {
            checkPrivileges(views.original());
        } else if (!(plan.root() instanceof Remote)) {
            PrivilegeCheck.of(query, session, facts());
        }
        PlannedQuery finished = finished(query, plan, snapshot, settingsMayChange);
        // a shard plans for the values by itself
        return parameters.isEmpty() || plan.root() instanceof Remote
                ? finished
                : finished.dependingOnValues(ValueDependent.of(query, views, parameters, settingsMayChange, facts()));
    }

    /// A plan for these values.
    PlannedQuery planned(ValueDependent of, @Nullable Object[] values) {
        return planned(
                of.with(values), of.views(), null, session.snapshot(), of.parameters(), cap(), of.settingsMayChange());
    }

    /// Computes what is computed while planning for these values.
    void compute(ValueDependent of, @Nullable Object[] values) {
        Planner.compute(of.with(values), facts());
    }

    /// What is in views is read with their owners' rights. Whether the session's role may use the views,
    /// and their owners what is in them, the catalog shard says, which has all definitions: EXPLAIN is
    /// where a statement begins to run.
    private void checkPrivileges(Query original) {
        SqlText text = QueryText.of(original, facts());
        String ignored = session.catalogShard(false).command("EXPLAIN (GENERIC_PLAN, COSTS OFF) " + text.sql());
    }

    private SemiJoinFilters semiJoinFilters() {
        return SemiJoinFilters.valueOf(
                session.settings().required(SessionSettings.SEMI_JOIN_FILTERS).toUpperCase(java.util.Locale.ROOT));
    }

    PlannedQuery finished(Query query, PlannedStatement made, CatalogSnapshot snapshot, boolean settingsMayChange) {
        boolean routinesWrite = !made.verbatim() && CalledRoutines.mayWrite(query, session.view());
        PlannedStatement plan = routinesWrite ? writing(made) : made;
        boolean returnsRows = query.commandType() == CommandType.SELECT
                || !query.returningList().isEmpty();
        List<ResultColumn> columns = returnsRows ? columns(query, plan) : List.of();
        int[] types = plan.parameterTypes().stream().mapToInt(SqlType::oid).toArray();
        return new PlannedQuery(
                new CompiledPlan(plan, new CatalogCodecs(session.view())),
                columns,
                returnsRows,
                types,
                routinesWrite
                        || needsBlock(plan)
                        || !made.verbatim()
                                && (CalledRoutines.changeSettings(query, session.view())
                                        || CalledRoutines.holdLargeObjects(query)),
                settingsMayChange,
                snapshot.version(),
                PermanentWrite.of(query));
    }

    PlanningFacts facts() {
        CatalogView view = session.view();
        return new CatalogFacts(
                view,
                this::text,
                routine -> RoutineReach.of(routine, view),
                session.herd().statistics().over(view, session.snapshot().sharding()),
                new ConstantCallValues(new SessionCodecs(view, functions)),
                new InlinedBodies(
                        view,
                        session.snapshot().sharding(),
                        functions,
                        session.settings().lexical(),
                        new CallersRights()));
    }

    /// Of the session's role; each routine is asked for where it is met.
    private final class CallersRights implements InlinedBodies.Rights {
        @Override
        public void toCall(int routine) {
            new ExecuteRights(session).require(routine);
        }

        @Override
        public void toRead(Query query) {
            PrivilegeCheck.of(query, session, facts());
        }
    }

    private static PlannedStatement writing(PlannedStatement plan) {
        return new PlannedStatement(
                plan.command(),
                plan.root(),
                plan.columns(),
                plan.initPlans(),
                plan.singleValues(),
                plan.execParameters(),
                plan.parameterTypes(),
                true,
                plan.rung(),
                plan.isolation(),
                plan.verbatim(),
                plan.readsFirst());
    }

    private List<ResultColumn> columns(Query query, PlannedStatement plan) {
        List<TargetEntry> targets =
                query.commandType() == CommandType.SELECT ? query.targetList() : query.returningList();
        List<ResultColumn> columns = new ArrayList<>();
        int at = 0;
        for (TargetEntry target : targets) {
            if (!target.junk()) {
                PlanColumn column = plan.columns().get(at++);
                columns.add(new ResultColumn(
                        column.name(),
                        session.view().baseType(column.type()),
                        target.origTable(),
                        target.origColumn(),
                        ForwardedStatements.typeLength(column.type(), session.view())));
            }
        }
        return columns;
    }

    /// Whether the statement is more than one step on more than one place.
    private static boolean needsBlock(PlannedStatement plan) {
        return plan.writes() && !PlannedQuery.onOneShard(plan);
    }

    private String text(Const constant) {
        Object value = constant.value();
        if (value == null) {
            throw new AssertionError("NULL has no text");
        }
        return Codecs.forType(constant.type().oid(), session.view()).encodeText(value, functions.exact());
    }

    Rung cap() {
        return Rung.valueOf(
                session.settings().required(SessionSettings.MAX_PUSHDOWN).toUpperCase(java.util.Locale.ROOT));
    }

    static @Nullable NamedViews namedViews(Query analyzed, Rewriter.Rewritten rewritten) {
        return rewritten.othersViews() || rewritten.onlyWhole() != null
                ? new NamedViews(analyzed, rewritten.onlyWhole(), rewritten.apart())
                : null;
    }
}
