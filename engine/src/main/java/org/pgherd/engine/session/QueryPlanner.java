package org.pgherd.engine.session;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.rewrite.Rewriter;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.herd.CatalogSnapshot;
import org.pgherd.engine.herd.PlanCache;
import org.pgherd.engine.routine.RecordingScope;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.fingerprint.Fingerprint;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.NamedViews;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Rung;

/// From text to plan: the proof by footprint first, then parse analysis and the planner; behind the plan cache.
public final class QueryPlanner {
    private final SessionState session;
    private final FunctionContext functions;
    private final TreePlanner trees;
    private final GenericPlanner generic;
    private final ForwardedStatements forwarded;
    private PositionedStatement.@Nullable Positions cursorPositions;

    public QueryPlanner(SessionState session, FunctionContext functions) {
        this.session = session;
        this.functions = functions;
        this.trees = new TreePlanner(session, functions);
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

    /// The plan of a statement that is executed later: literals such as 'now' have the value that they have by now.
    PlannedQuery prepare(RawStmt raw, String source, int[] parameterTypes) {
        String text = source.substring(raw.at().start(), raw.at().end());
        if (!PositionedStatement.is(raw) && TimeWords.areIn(raw.stmt(), text)) {
            CatalogSnapshot snapshot = session.snapshot();
            Footprint.Result footprint = Footprint.of(raw.stmt(), session.view(), snapshot.sharding());
            if (footprint.onCatalogShard() && !footprint.byTriggers()) {
                try {
                    return analyzed(raw, source, parameterTypes, snapshot, footprint);
                } catch (SqlException e) {
                    // what a shard can answer is not refused for a constant's sake
                    if (!e.state().equals(SqlState.FEATURE_NOT_SUPPORTED)) {
                        throw e;
                    }
                }
            }
        }
        return plan(raw, source, parameterTypes);
    }

    private PlannedQuery known(RawStmt raw, String source, int[] parameterTypes) {
        CatalogSnapshot snapshot = session.snapshot();
        if (PositionedStatement.is(raw)) {
            PlannedQuery ignored = describePositioned(raw, source, parameterTypes);
            RawStmt determined = PositionedStatement.determined(raw, positions(), null, null);
            return analyzedHere(determined, source, parameterTypes);
        }
        String text = source.substring(raw.at().start(), raw.at().end());
        if (TimeWords.areIn(raw.stmt(), text)) {
            return make(raw, source, parameterTypes, snapshot);
        }
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

    /// Complains of what the analysis of a statement finds.
    public void check(RawStmt raw, String source, int[] parameterTypes) {
        ParameterTypes parameters = ParameterTypes.variable(
                Arrays.stream(parameterTypes).mapToObj(SqlType::of).toList());
        Query ignored = Analyzer.analyze(raw.stmt(), source, session.view(), functions, parameters, null);
    }

    /// Columns, parameters and faults of a statement, without a plan for it.
    DescribedStatement describe(RawStmt raw, String source, int[] parameterTypes) {
        ParameterTypes parameters = ParameterTypes.variable(
                Arrays.stream(parameterTypes).mapToObj(SqlType::of).toList());
        Query analyzed = Analyzer.analyze(raw.stmt(), source, session.view(), functions, parameters, null);
        trees.rewritten(analyzed, session.snapshot());
        return DescribedStatement.of(analyzed, parameters.types(), session.view());
    }

    /// A tree that is not what the text says, so that no shard is given the text.
    private PlannedQuery analyzedHere(RawStmt raw, String source, int[] parameterTypes) {
        CatalogSnapshot snapshot = session.snapshot();
        new TriggerGuard(session.view(), snapshot.sharding()).check(raw.stmt());
        ParameterTypes parameters = ParameterTypes.variable(
                Arrays.stream(parameterTypes).mapToObj(SqlType::of).toList());
        Query analyzed = Analyzer.analyze(raw.stmt(), source, session.view(), functions, parameters, null);
        return trees.rewritten(analyzed, snapshot, parameters.types());
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
        Rewriter.Rewritten rewritten = trees.rewritten(analyzed, snapshot);
        if (!rewritten.isOne() || TreePlanner.namedViews(analyzed, rewritten) != null) {
            return new CursorPlan(plain, UpdatableScan.NONE);
        }
        Query query = Rewriter.only(rewritten);
        UpdatableScan scan = UpdatableScan.of(query, snapshot.sharding());
        return scan.added() == 0
                ? new CursorPlan(plain, scan)
                : new CursorPlan(
                        trees.planned(
                                scan.with(query),
                                null,
                                null,
                                snapshot,
                                parameters,
                                trees.cap(),
                                plain.settingsMayChange()),
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
        return trees.cap() == Rung.ROUTE
                        && footprint.onCatalogShard()
                        && own.plan().verbatim()
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

    private PlannedQuery make(RawStmt raw, String source, int[] parameterTypes, CatalogSnapshot snapshot) {
        CatalogView view = session.view();
        Rung cap = trees.cap();
        Footprint.Result footprint = Footprint.of(raw.stmt(), view, snapshot.sharding());
        if ((cap == Rung.ROUTE || footprint.byTriggers()) && footprint.onCatalogShard()) {
            PlannedQuery whole = forwarded.statement(raw, source, parameterTypes, snapshot, footprint);
            if (whole != null) {
                return whole;
            }
        }
        return analyzed(raw, source, parameterTypes, snapshot, footprint);
    }

    private PlannedQuery analyzed(
            RawStmt raw, String source, int[] parameterTypes, CatalogSnapshot snapshot, Footprint.Result footprint) {
        CatalogView view = session.view();
        Rung cap = trees.cap();
        new TriggerGuard(view, snapshot.sharding()).check(raw.stmt());
        ParameterTypes parameters = ParameterTypes.variable(
                Arrays.stream(parameterTypes).mapToObj(SqlType::of).toList());
        Query analyzed = Analyzer.analyze(raw.stmt(), source, view, functions, parameters, null);
        Rewriter.Rewritten rewritten = trees.rewritten(analyzed, snapshot);
        if (!rewritten.isOne()) {
            return trees.steps(analyzed, rewritten, snapshot, parameters.types(), cap, footprint.settingsMayChange());
        }
        Query query = Rewriter.only(rewritten);
        NamedViews views = TreePlanner.namedViews(analyzed, rewritten);
        new TriggerGuard(view, snapshot.sharding()).check(query);
        // a text that shards would each read at their own time says less than the tree
        String written = source.substring(raw.at().start(), raw.at().end());
        String text = TimeWords.areIn(raw.stmt(), written) ? null : written;
        PlannedStatement local = cap == Rung.ROUTE && views == null && text != null
                ? ShardLocalCall.plan(query, text, view, snapshot.sharding(), Param.externs(parameters.types()))
                : null;
        return local != null
                ? trees.finished(query, local, snapshot, footprint.settingsMayChange())
                : trees.planned(query, views, text, snapshot, parameters.types(), cap, footprint.settingsMayChange());
    }

    /// A statement inside a routine, whose names may be variables.
    public PlannedQuery planInRoutine(RawStmt raw, String source, RecordingScope variables) {
        CatalogSnapshot snapshot = session.snapshot();
        Rung cap = trees.cap();
        CatalogView view = session.view();
        new TriggerGuard(view, snapshot.sharding()).check(raw.stmt());
        Query analyzed = Analyzer.analyze(raw.stmt(), source, view, functions, ParameterTypes.none(), variables);
        Rewriter.Rewritten rewritten = trees.rewritten(analyzed, snapshot);
        if (!rewritten.isOne()) {
            return trees.steps(analyzed, rewritten, snapshot, variables.types(), cap, false);
        }
        Query query = Rewriter.only(rewritten);
        new TriggerGuard(view, snapshot.sharding()).check(query);
        return trees.planned(
                query, TreePlanner.namedViews(analyzed, rewritten), null, snapshot, variables.types(), cap, false);
    }

    /// The plan to execute: one for these values where the plan depends on them.
    public PlannedQuery forValues(PlannedQuery plan, @Nullable Object[] values) {
        ValueDependent depending = plan.valueDependent();
        if (depending == null) {
            return plan;
        }
        if (depending.joins()) {
            return trees.planned(depending, values).dependingOnValues(null);
        }
        trees.compute(depending, values);
        return plan;
    }

    /// For EXPLAIN.
    public PlanningFacts facts() {
        return trees.facts();
    }
}
