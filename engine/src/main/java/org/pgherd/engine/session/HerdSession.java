package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Prepared;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.Script;
import org.pgherd.engine.Session;
import org.pgherd.engine.SessionOptions;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.command.CurrentRows;
import org.pgherd.engine.command.Cursors;
import org.pgherd.engine.command.PreparedStatements;
import org.pgherd.engine.command.QueryCommand;
import org.pgherd.engine.command.RoutineCommand;
import org.pgherd.engine.command.StatementDispatch;
import org.pgherd.engine.herd.Herd;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.routine.HerdRoutines;
import org.pgherd.engine.routine.SessionStatements;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.CancelToken;
import org.pgherd.executor.transaction.TransactionOptions;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.Query;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.grammar.lexer.PortableText;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.Batch;

/// The session that clients hold.
public final class HerdSession implements Session {
    private final Herd herd;
    private final SessionState state;
    private final HerdFunctionContext functions;
    private final QueryPlanner planner;
    private final QueryCommand queries;
    private final PreparedStatements prepared;
    private final Cursors cursors = new Cursors();
    private final StatementDispatch dispatch;
    private volatile CancelToken running = new CancelToken();
    private final StatementTimer timer = new StatementTimer();
    private volatile boolean closed;

    private HerdSession(Herd herd, SessionOptions options) {
        this.herd = herd;
        this.state = new SessionState(herd, options);
        HerdRoutines routines = new HerdRoutines(state);
        this.functions = new HerdFunctionContext(state, new ShardSequences(state), routines);
        this.planner = new QueryPlanner(state, functions);
        this.queries = new QueryCommand(state, planner, new Executions(state, functions, routines, () -> running));
        this.prepared = new PreparedStatements(new PreparedAccess());
        SessionStatements statements = new SessionStatements(state, planner, cursors, functions, () -> running);
        routines.statements(statements);
        CurrentRows positions = new CurrentRows(state, cursors, functions);
        planner.positions(positions);
        this.dispatch = new StatementDispatch(
                state,
                planner,
                queries,
                prepared,
                cursors,
                new RoutineCommand(state, routines, functions),
                positions,
                functions);
        statements.dispatch(dispatch);
        functions.objects(cursors, prepared);
    }

    public static HerdSession open(Herd herd, SessionOptions options) {
        HerdSession session = new HerdSession(herd, options);
        boolean good = false;
        try {
            options.settings().forEach(session::initial);
            session.state.settings();
            herd.register(session, session);
            good = true;
            return session;
        } finally {
            if (!good) {
                session.state.connections().close();
            }
        }
    }

    /// A setting of the start-up message.
    private void initial(String name, String value) {
        if (name.startsWith("pgherd.")) {
            SessionSettings.validate(name, value);
        }
        state.catalogShard(false)
                .command("SELECT pg_catalog.set_config(" + PlacementWriter.literal(name) + ", "
                        + PlacementWriter.literal(value) + ", false)");
        state.setForSession(name, value);
    }

    /// Between statements: the previous one is over.
    private void begin() {
        if (closed) {
            throw new SqlException(SqlState.ADMIN_SHUTDOWN, "terminating connection due to administrator command");
        }
        CancelToken token = new CancelToken();
        running = token;
        functions.statementBegins();
        timer.start(state.settings().get("statement_timeout"), token);
        state.lookForForeignDefinitions();
    }

    @Override
    public Script script(String sql) {
        begin();
        LexicalSettings lexical = state.settings().lexical();
        boolean usual = !lexical.matterIn(sql);
        BoundStatement known = usual ? planner.known(sql, new int[0]) : null;
        if (known != null) {
            return new HerdScript(state, List.of(known.known().raw()), _ -> {
                begin();
                return guarded(() -> run(known, new int[0], new Object[0]));
            });
        }
        List<RawStmt> statements;
        try {
            statements = SqlParser.parse(sql, lexical, state::notice);
        } catch (SqlException e) {
            state.transaction().fail();
            throw e;
        }
        if (usual) {
            return new HerdScript(state, statements, raw -> {
                begin();
                return guarded(() -> dispatch.run(raw, sql, null, new int[0], new Object[0]));
            });
        }
        PortableText portable = PortableText.of(sql, lexical);
        String text = portable.text();
        return new HerdScript(state, SqlParser.parse(text), raw -> {
            begin();
            return located(portable, () -> guarded(() -> dispatch.run(raw, text, null, new int[0], new Object[0])));
        });
    }

    /// Errors told where they are in the client's text.
    private static <T> T located(PortableText portable, java.util.function.Supplier<T> action) {
        try {
            return action.get();
        } catch (SqlException e) {
            throw portable.relocated(e);
        }
    }

    /// A statement that was not parsed; should its plan be out of date by now, it is after all.
    private StatementResult run(BoundStatement bound, int[] parameterTypes, @Nullable Object[] parameters) {
        KnownStatement known = bound.known();
        if (known.plan().catalogVersion() != state.snapshot().version()) {
            RawStmt raw = SqlParser.parse(bound.text()).getFirst();
            return dispatch.run(raw, bound.text(), null, parameterTypes, parameters);
        }
        try {
            return dispatch.run(
                    known.raw(),
                    known.text(),
                    known.plan(),
                    known.plan().parameterTypes(),
                    bound.parameters(parameters));
        } catch (SqlException e) {
            throw bound.relocated(e);
        }
    }

    /// Broken invariants are bugs of ours: they end the statement, not the session, and say so in a user's terms.
    static <T> T guarded(java.util.function.Supplier<T> action) {
        try {
            return action.get();
        } catch (StackOverflowError e) {
            throw new SqlException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded");
        } catch (OutOfMemoryError e) {
            throw new SqlException(SqlState.OUT_OF_MEMORY, "out of memory");
        }
    }

    @Override
    public Prepared prepare(String sql, int... parameterTypes) {
        begin();
        boolean good = false;
        try {
            Prepared made = guarded(() -> make(sql, parameterTypes));
            good = true;
            return made;
        } finally {
            if (!good) {
                state.transaction().fail();
            }
        }
    }

    private PreparedQuery make(String sql, int[] parameterTypes) {
        LexicalSettings lexical = state.settings().lexical();
        if (!lexical.matterIn(sql)) {
            return make(sql, lexical, parameterTypes);
        }
        if (SqlParser.parse(sql, lexical, state::notice).size() > 1) {
            throw severalStatements();
        }
        PortableText portable = PortableText.of(sql, lexical);
        return located(portable, () -> make(portable.text(), LexicalSettings.STANDARD, parameterTypes));
    }

    private static SqlException severalStatements() {
        return new SqlException(SqlState.SYNTAX_ERROR, "cannot insert multiple commands into a prepared statement");
    }

    private PreparedQuery make(String sql, LexicalSettings lexical, int[] parameterTypes) {
        BoundStatement bound = planner.known(sql, parameterTypes);
        if (bound != null) {
            PlannedQuery plan = bound.known().plan();
            return new PreparedQuery(
                    sql,
                    bound.known().raw(),
                    Arrays.copyOf(plan.parameterTypes(), plan.parameterTypes().length - bound.values().length),
                    plan.returnsRows() ? plan.columns() : null,
                    plan,
                    state.settings().version(),
                    functions.transactionTimestamp(),
                    bound);
        }
        List<RawStmt> statements = SqlParser.parse(sql, lexical, state::notice);
        if (statements.size() > 1) {
            throw severalStatements();
        }
        if (statements.isEmpty()) {
            return new PreparedQuery(sql, null, new int[0], null, null, 0, 0, null);
        }
        RawStmt raw = statements.getFirst();
        if (!dispatch.isPlanned(raw)) {
            return new PreparedQuery(sql, raw, parameterTypes, dispatch.columns(raw, sql), null, 0, 0, null);
        }
        state.transaction().requireNotFailed();
        dispatch.settle(raw);
        if (PositionedStatement.is(raw)) {
            return prepared(raw, sql, planner.describePositioned(raw, sql, parameterTypes));
        }
        PlannedQuery plan;
        try {
            plan = planner.prepare(raw, sql, parameterTypes);
        } catch (SqlException _) {
            DescribedStatement described = planner.describe(raw, sql, parameterTypes);
            return new PreparedQuery(
                    sql,
                    raw,
                    described.parameterTypes(),
                    described.columns(),
                    null,
                    0,
                    functions.transactionTimestamp(),
                    null);
        }
        return prepared(raw, sql, plan);
    }

    private PreparedQuery prepared(RawStmt raw, String sql, PlannedQuery plan) {
        return new PreparedQuery(
                sql,
                raw,
                plan.parameterTypes(),
                plan.returnsRows() ? plan.columns() : null,
                plan,
                state.settings().version(),
                functions.transactionTimestamp(),
                null);
    }

    @Override
    public StatementResult execute(Prepared statement, @Nullable Object... parameters) {
        begin();
        return guarded(() -> run(statement, true, parameters));
    }

    /// @param custom whether the plan is one for these values
    private StatementResult run(Prepared statement, boolean custom, @Nullable Object[] parameters) {
        PreparedQuery query = (PreparedQuery) statement;
        RawStmt raw = query.statement();
        if (raw == null) {
            return new StatementResult.Empty();
        }
        if (state.knownSettings().lexical().matterIn(query.sql())) {
            // read by the defaults, or portable already: to be sent to shards that read otherwise
            raw = query.portable(raw);
        }
        if (OwnTransaction.ends(raw.stmt())) {
            endImplicit(true);
        }
        BoundStatement bound = query.bound();
        if (bound != null
                && !state.transaction().isFailed()
                && query.plan(state.snapshot().version(), state.settings().version()) != null) {
            return run(bound, query.parameterTypes(), parameters);
        }
        raw = query.parsed(raw);
        PlannedQuery plan = null;
        if (dispatch.isPlanned(raw) && !state.transaction().isFailed()) {
            plan = current(query, raw);
            plan = custom ? plan : plan.dependingOnValues(null);
        }
        return dispatch.run(raw, query.sql(), plan, query.parameterTypes(), parameters);
    }

    private PlannedQuery current(PreparedQuery query, RawStmt raw) {
        long settings = state.settings().version();
        PlannedQuery plan =
                PositionedStatement.is(raw) ? null : query.plan(state.snapshot().version(), settings);
        if (plan == null) {
            PreparedQuery old = query;
            RawStmt again = raw;
            plan = functions.asOf(query.prepared(), () -> planner.prepare(again, old.sql(), old.parameterTypes()));
            requireSameColumns(query, plan);
            query.replan(plan, settings);
        }
        return plan;
    }

    /// A client was told the columns.
    private static void requireSameColumns(PreparedQuery query, PlannedQuery plan) {
        List<ResultColumn> told = query.columns();
        List<SqlType> before =
                told == null ? List.of() : told.stream().map(ResultColumn::type).toList();
        List<SqlType> now = plan.returnsRows()
                ? plan.columns().stream().map(ResultColumn::type).toList()
                : List.of();
        if (!before.equals(now)) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "cached plan must not change result type");
        }
    }

    @Override
    public StatementResult execute(String sql, @Nullable Object... parameters) {
        int[] types = new int[parameters.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = switch (parameters[i]) {
                case Integer _ -> TypeOids.INT4;
                case Long _ -> TypeOids.INT8;
                case Boolean _ -> TypeOids.BOOL;
                case Double _ -> TypeOids.FLOAT8;
                case Float _ -> TypeOids.FLOAT4;
                case null, default -> 0;
            };
        }
        Prepared statement = prepare(sql, types);
        @Nullable Object[] values = parameters.clone();
        for (int i = 0; i < values.length && i < statement.parameterTypes().length; i++) {
            if (values[i] instanceof String text) {
                values[i] = codec(statement.parameterTypes()[i]).input(text, -1, functions);
            }
        }
        return execute(statement, values);
    }

    @Override
    public void sync() {
        endImplicit(true);
    }

    @Override
    public void pipeline() {
        if (state.transaction().statusIndicator() == 'I') {
            state.transaction().beginImplicit(TransactionOptions.DEFAULT);
        }
    }

    private void endImplicit(boolean commit) {
        if (!state.transaction().inImplicit()) {
            return;
        }
        boolean committed = false;
        try {
            state.transaction().endImplicit(commit);
            committed = commit;
        } finally {
            state.transactionEnded(committed);
        }
    }

    @Override
    public void failTransaction() {
        endImplicit(false);
        state.transaction().fail();
    }

    @Override
    public char transactionStatus() {
        return state.transaction().statusIndicator();
    }

    @Override
    public void cancel() {
        running.cancel();
        state.connections().cancel();
    }

    @Override
    public @Nullable String setting(String name) {
        return state.settings().get(name);
    }

    @Override
    public void onNotice(Consumer<Notice> listener) {
        state.onNotice(listener);
    }

    @Override
    public void onParameterStatus(BiConsumer<String, String> listener) {
        state.onParameterStatus(listener);
    }

    @Override
    public TypeCodec codec(int typeOid) {
        return Codecs.forType(typeOid, state.view());
    }

    @Override
    public FunctionContext functionContext() {
        return functions;
    }

    @Override
    public void store(String name, Prepared statement) {
        prepared.store(name, statement);
    }

    @Override
    public @Nullable Prepared stored(String name) {
        return prepared.find(name);
    }

    @Override
    public void forget(String name) {
        prepared.forget(name);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        timer.stop();
        running.cancel();
        herd.unregister(this);
        try {
            cursors.closeAll();
            state.transaction().rollback();
        } finally {
            state.connections().close();
        }
    }

    /// What SQL's PREPARE and EXECUTE need of the session.
    private final class PreparedAccess implements PreparedStatements.Session {
        @Override
        public Prepared prepare(String sql, int[] parameterTypes) {
            return make(sql, parameterTypes);
        }

        @Override
        public PlannedQuery planOf(Prepared statement) {
            PreparedQuery query = (PreparedQuery) statement;
            RawStmt raw = query.statement();
            if (raw == null || !(raw.stmt() instanceof Query)) {
                throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "this statement has no plan");
            }
            return current(query, raw);
        }

        @Override
        public PlannedQuery plan(Prepared statement, RawStmt raw, String sql, int[] parameterTypes) {
            long time = ((PreparedQuery) statement).prepared();
            return functions.asOf(time, () -> planner.prepare(raw, sql, parameterTypes));
        }

        @Override
        public StatementResult execute(Prepared statement, boolean custom, @Nullable Object[] values) {
            return run(statement, custom, values);
        }

        @Override
        public @Nullable Object[] evaluate(List<String> expressions, int[] types) {
            List<String> casts = new ArrayList<>();
            for (int i = 0; i < types.length; i++) {
                casts.add(
                        "CAST((" + expressions.get(i) + ") AS " + state.view().formatType(SqlType.of(types[i])) + ")");
            }
            String sql = "SELECT " + String.join(", ", casts);
            RawStmt raw = SqlParser.parse(sql).getFirst();
            PlannedQuery plan = planner.plan(raw, sql, new int[0]);
            try (StatementResult result = queries.run(plan, new Object[0])) {
                Batch batch = result instanceof StatementResult.Rows rows ? rows.next() : null;
                if (batch == null) {
                    throw new AssertionError("no row of constants");
                }
                @Nullable Object[] values = new Object[types.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = batch.columns()[i].boxed(0);
                }
                return values;
            }
        }

        @Override
        public String planCacheMode() {
            return String.valueOf(state.settings().get("plan_cache_mode"));
        }

        @Override
        public long now() {
            return functions.clockTimestamp();
        }

        @Override
        public int[] types(List<String> names) {
            if (names.isEmpty()) {
                return new int[0];
            }
            StringBuilder sql = new StringBuilder("SELECT ");
            for (String name : names) {
                sql.append(sql.length() > 7 ? ", " : "")
                        .append("'")
                        .append(name.replace("'", "''"))
                        .append("'::regtype::oid::text");
            }
            @Nullable
            String[] oids =
                    TextRows.of(state.catalogShard(false), sql.toString()).getFirst();
            return Arrays.stream(oids)
                    .mapToInt(oid -> (int) Long.parseLong(String.valueOf(oid)))
                    .toArray();
        }
    }
}
