package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.CurrentOf;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.rewrite.Rewriter;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.herd.CatalogSnapshot;
import org.pgherd.engine.herd.PlanCache;
import org.pgherd.engine.routine.RecordingScope;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.operator.CompiledPlan;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.NotifyStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.fingerprint.Fingerprint;
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
import org.pgherd.shardplanner.plan.Routing;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.Values;

/// From text to plan: the proof by footprint first, then parse analysis and the planner; behind the plan cache.
public final class QueryPlanner {
    private final SessionState session;
    private final FunctionContext functions;
    private final GenericPlanner generic;
    private final ForwardedStatements forwarded;
    private PositionedStatement.@Nullable Positions cursorPositions;

    public QueryPlanner(SessionState session, FunctionContext functions) {
        this.session = session;
        this.functions = functions;
        this.generic = new GenericPlanner(session, functions);
        this.forwarded = new ForwardedStatements(session);
    }

    void positions(PositionedStatement.Positions cursors) {
        cursorPositions = cursors;
    }

    private PositionedStatement.Positions positions() {
        PositionedStatement.Positions known = cursorPositions;
        if (known == null) {
            throw new AssertionError("not wired");
        }
        return known;
    }

    /// A single statement whose plan is known, so that it need not be parsed; null if there is none.
    @Nullable
    BoundStatement known(String sql, int[] parameterTypes) {
        return session.transaction().isFailed() ? null : generic.find(sql, parameterTypes);
    }

    /// @param source the text that the statement's positions refer to
    /// @param parameterTypes of `$1`..., 0 to be inferred
    public PlannedQuery plan(RawStmt raw, String source, int[] parameterTypes) {
        try {
            return known(raw, source, parameterTypes);
        } catch (SqlException e) {
            // what is missing may have been made elsewhere just now
            if (session.foundForeignDefinitions()) {
                return plan(raw, source, parameterTypes);
            }
            throw e;
        }
    }

    private PlannedQuery known(RawStmt raw, String source, int[] parameterTypes) {
        CatalogSnapshot snapshot = session.snapshot();
        if (PositionedStatement.is(raw)) {
            PlannedQuery ignored = describePositioned(raw, source, parameterTypes);
            RawStmt determined = PositionedStatement.determined(raw, positions(), null, null);
            return analyzedHere(determined, source, parameterTypes);
        }
        if (TimeWords.areIn(raw.stmt())) {
            return make(raw, source, parameterTypes, snapshot);
        }
        String text = source.substring(raw.at().start(), raw.at().end());
        Fingerprint fingerprint = Fingerprint.of(text);
        PlanCache.Key key = generic.key(fingerprint, text, parameterTypes);
        return session.herd()
                .plans()
                .get(key, () -> {
                    PlannedQuery made = make(raw, source, parameterTypes, snapshot);
                    generic.learn(
                            fingerprint,
                            text,
                            parameterTypes,
                            made,
                            (tree, normalized, types, own) ->
                                    makeGeneric(tree, normalized, types, own, made, snapshot));
                    RawStmt alone =
                            raw.at().start() == 0 ? raw : SqlParser.parse(text).getFirst();
                    return new KnownStatement(alone, text, made, GenericPlanner.hasShortNames(text));
                })
                .plan();
    }

    /// Columns, parameters and faults of a statement with WHERE CURRENT OF, wherever the cursor stands.
    PlannedQuery describePositioned(RawStmt raw, String source, int[] parameterTypes) {
        return analyzedHere(PositionedStatement.undetermined(raw, positions(), null), source, parameterTypes);
    }

    /// A tree that is not what the text says, so that no shard is given the text.
    private PlannedQuery analyzedHere(RawStmt raw, String source, int[] parameterTypes) {
        CatalogSnapshot snapshot = session.snapshot();
        new TriggerGuard(session.view(), snapshot.sharding()).check(raw.stmt());
        ParameterTypes parameters = ParameterTypes.variable(
                Arrays.stream(parameterTypes).mapToObj(SqlType::of).toList());
        Query analyzed = Analyzer.analyze(raw.stmt(), source, session.view(), functions, parameters, null);
        return rewritten(analyzed, snapshot, parameters.types());
    }

    /// With the policies applied that no shard can apply alone: nothing is planned without them.
    private Rewriter.Rewritten rewritten(Query analyzed, CatalogSnapshot snapshot) {
        return Rewriter.all(analyzed, session.view(), functions, new PolicyPlaces(session.view(), snapshot.sharding()));
    }

    private PlannedQuery rewritten(Query analyzed, CatalogSnapshot snapshot, List<SqlType> parameters) {
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

    /// The plan of a cursor's query; its rows tell where they lie if WHERE CURRENT OF could mean them.
    public CursorPlan planCursor(RawStmt raw, String source, int[] parameterTypes) {
        PlannedQuery plain = plan(raw, source, parameterTypes);
        if (!(raw.stmt() instanceof SelectStmt)) {
            return new CursorPlan(plain, UpdatableScan.NONE);
        }
        ParameterTypes parameters = ParameterTypes.variable(
                Arrays.stream(parameterTypes).mapToObj(SqlType::of).toList());
        Query analyzed = Analyzer.analyze(raw.stmt(), source, session.view(), functions, parameters, null);
        return cursor(analyzed, plain, parameters.types());
    }

    private CursorPlan cursor(Query analyzed, PlannedQuery plain, List<SqlType> parameters) {
        CatalogSnapshot snapshot = session.snapshot();
        Rewriter.Rewritten rewritten = rewritten(analyzed, snapshot);
        if (!rewritten.isOne() || namedViews(analyzed, rewritten) != null) {
            return new CursorPlan(plain, UpdatableScan.NONE);
        }
        Query query = Rewriter.only(rewritten);
        UpdatableScan scan = UpdatableScan.of(query, snapshot.sharding());
        return scan.added() == 0
                ? new CursorPlan(plain, scan)
                : new CursorPlan(
                        planned(scan.with(query), null, null, snapshot, parameters, cap(), plain.settingsMayChange()),
                        scan);
    }

    /// The plan of a query that a routine opens as a cursor.
    ///
    /// @param plain its plan as a statement
    public CursorPlan planCursorInRoutine(RawStmt raw, String source, PlannedQuery plain, RecordingScope variables) {
        if (!(raw.stmt() instanceof SelectStmt)) {
            return new CursorPlan(plain, UpdatableScan.NONE);
        }
        Query analyzed =
                Analyzer.analyze(raw.stmt(), source, session.view(), functions, ParameterTypes.none(), variables);
        return cursor(analyzed, plain, variables.types());
    }

    /// A statement with WHERE CURRENT OF inside a routine; without values as if the cursor stood on no row.
    public PlannedQuery planPositionedInRoutine(
            RawStmt raw, String source, RecordingScope variables, @Nullable Object @Nullable [] values) {
        RawStmt chosen = values == null
                ? PositionedStatement.undetermined(raw, positions(), variables)
                : PositionedStatement.determined(raw, positions(), variables, values);
        return planInRoutine(chosen, source, variables);
    }

    /// The plan with parameters for literals, if PostgreSQL would not compute with them while planning. No shard is
    /// asked:
    /// what it might refuse must not fail a transaction.
    private @Nullable PlannedQuery makeGeneric(
            RawStmt raw, String text, int[] types, int ownParameters, PlannedQuery own, CatalogSnapshot snapshot) {
        CatalogView view = session.view();
        ParameterTypes parameters = ParameterTypes.variable(
                Arrays.stream(types).mapToObj(SqlType::of).toList());
        Query query = Analyzer.analyze(raw.stmt(), text, view, functions, parameters, null);
        if (LiteralFolding.happens(query, ownParameters)) {
            return null;
        }
        int[] found = parameters.types().stream().mapToInt(SqlType::oid).toArray();
        Footprint.Result footprint = Footprint.of(raw.stmt(), view, snapshot.sharding());
        if (own.steps() != null) {
            return null;
        }
        return cap() == Rung.ROUTE && footprint.onCatalogShard() && own.plan().verbatim()
                ? forwarded.statement(
                        raw.stmt(), text, own.columns(), own.plan().columns(), found, snapshot, footprint)
                : make(raw, text, found, snapshot);
    }

    /// The EXPLAIN of a statement that one shard answers, answered by that shard.
    ///
    /// @param prefix `EXPLAIN (...) `
    /// @param analyze whether the statement runs
    public PlannedQuery explainedByShard(
            PlannedQuery explained, String prefix, List<ResultColumn> columns, boolean analyze) {
        return forwarded.explained(explained, prefix, columns, analyze);
    }

    private Rung cap() {
        return Rung.valueOf(
                session.settings().required(SessionSettings.MAX_PUSHDOWN).toUpperCase(java.util.Locale.ROOT));
    }

    private PlannedQuery make(RawStmt raw, String source, int[] parameterTypes, CatalogSnapshot snapshot) {
        CatalogView view = session.view();
        Rung cap = cap();
        Footprint.Result footprint = Footprint.of(raw.stmt(), view, snapshot.sharding());
        if ((cap == Rung.ROUTE || footprint.byTriggers()) && footprint.onCatalogShard()) {
            PlannedQuery whole = forwarded.statement(raw, source, parameterTypes, snapshot, footprint);
            if (whole != null) {
                return whole;
            }
        }
        new TriggerGuard(view, snapshot.sharding()).check(raw.stmt());
        ParameterTypes parameters = ParameterTypes.variable(
                Arrays.stream(parameterTypes).mapToObj(SqlType::of).toList());
        Query analyzed = Analyzer.analyze(raw.stmt(), source, view, functions, parameters, null);
        Rewriter.Rewritten rewritten = rewritten(analyzed, snapshot);
        if (!rewritten.isOne()) {
            return steps(analyzed, rewritten, snapshot, parameters.types(), cap, footprint.settingsMayChange());
        }
        Query query = Rewriter.only(rewritten);
        NamedViews views = namedViews(analyzed, rewritten);
        new TriggerGuard(view, snapshot.sharding()).check(query);
        // a text that shards would each read at their own time says less than the tree
        String text = TimeWords.areIn(raw.stmt())
                ? null
                : source.substring(raw.at().start(), raw.at().end());
        PlannedStatement local = cap == Rung.ROUTE && views == null && text != null
                ? ShardLocalCall.plan(query, text, view, snapshot.sharding(), Param.externs(parameters.types()))
                : null;
        return local != null
                ? finished(query, local, snapshot, footprint.settingsMayChange())
                : planned(query, views, text, snapshot, parameters.types(), cap, footprint.settingsMayChange());
    }

    /// A statement inside a routine, whose names may be variables.
    public PlannedQuery planInRoutine(RawStmt raw, String source, RecordingScope variables) {
        CatalogSnapshot snapshot = session.snapshot();
        Rung cap = cap();
        CatalogView view = session.view();
        new TriggerGuard(view, snapshot.sharding()).check(raw.stmt());
        Query analyzed = Analyzer.analyze(raw.stmt(), source, view, functions, ParameterTypes.none(), variables);
        Rewriter.Rewritten rewritten = rewritten(analyzed, snapshot);
        if (!rewritten.isOne()) {
            return steps(analyzed, rewritten, snapshot, variables.types(), cap, false);
        }
        Query query = Rewriter.only(rewritten);
        new TriggerGuard(view, snapshot.sharding()).check(query);
        return planned(query, namedViews(analyzed, rewritten), null, snapshot, variables.types(), cap, false);
    }

    /// The statements that rules have made of one, each planned for itself.
    private PlannedQuery steps(
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
                new PlannedQuery.Steps(steps, applied, answering));
    }

    /// NOTIFY, the only utility statement that a rule may have, as a call.
    private PlannedQuery notification(Query query, CatalogSnapshot snapshot) {
        if (!(query.utilityStmt() instanceof NotifyStmt notify)) {
            throw new AssertionError("a rule's utility statement is NOTIFY");
        }
        String payload = notify.payload() == null ? "" : notify.payload();
        String call = "SELECT pg_catalog.pg_notify(" + PlacementWriter.literal(notify.conditionname()) + ", "
                + PlacementWriter.literal(payload) + ")";
        return make(SqlParser.parse(call).getFirst(), call, new int[0], snapshot);
    }

    private static @Nullable NamedViews namedViews(Query analyzed, Rewriter.Rewritten rewritten) {
        return rewritten.othersViews() || rewritten.onlyWhole() != null
                ? new NamedViews(analyzed, rewritten.onlyWhole(), rewritten.apart())
                : null;
    }

    private PlannedQuery planned(
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
        return finished(query, plan, snapshot, settingsMayChange);
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

    private PlannedQuery finished(
            Query query, PlannedStatement made, CatalogSnapshot snapshot, boolean settingsMayChange) {
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

    /// For EXPLAIN.
    public PlanningFacts facts() {
        CatalogView view = session.view();
        return new CatalogFacts(
                view,
                this::text,
                routine -> RoutineReach.of(routine, view),
                session.herd().statistics().over(view, session.snapshot().sharding()),
                new ConstantCallValues(new SessionCodecs(view, functions)));
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
        return plan.writes() && !onOneShard(plan);
    }

    static boolean onOneShard(PlannedStatement plan) {
        return plan.root() instanceof Remote remote
                && plan.initPlans().isEmpty()
                && !remote.replicated()
                && (remote.routing() instanceof Routing.ByKey
                        || remote.routing() instanceof Routing.AnyOne
                        || remote.routing() instanceof Routing.Fixed fixed
                                && fixed.shards().size() <= 1);
    }

    private String text(Const constant) {
        Object value = constant.value();
        if (value == null) {
            throw new AssertionError("NULL has no text");
        }
        return Codecs.forType(constant.type().oid(), session.view()).encodeText(value, functions.exact());
    }
}
