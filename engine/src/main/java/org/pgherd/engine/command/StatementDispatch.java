package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.PlannedQuery;
import org.pgherd.engine.session.PositionedStatement;
import org.pgherd.engine.session.QueryPlanner;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.CallStmt;
import org.pgherd.grammar.ast.ClosePortalStmt;
import org.pgherd.grammar.ast.CopyStmt;
import org.pgherd.grammar.ast.CreateTableAsStmt;
import org.pgherd.grammar.ast.DeallocateStmt;
import org.pgherd.grammar.ast.DeclareCursorStmt;
import org.pgherd.grammar.ast.DeleteStmt;
import org.pgherd.grammar.ast.DiscardStmt;
import org.pgherd.grammar.ast.DoStmt;
import org.pgherd.grammar.ast.ExecuteStmt;
import org.pgherd.grammar.ast.ExplainStmt;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FetchStmt;
import org.pgherd.grammar.ast.IntoClause;
import org.pgherd.grammar.ast.ListenStmt;
import org.pgherd.grammar.ast.NotifyStmt;
import org.pgherd.grammar.ast.ObjectType;
import org.pgherd.grammar.ast.PLAssignStmt;
import org.pgherd.grammar.ast.ParamRef;
import org.pgherd.grammar.ast.PrepareStmt;
import org.pgherd.grammar.ast.Query;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.RefreshMatViewStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.TransactionStmt;
import org.pgherd.grammar.ast.TransactionStmtKind;
import org.pgherd.grammar.ast.UnlistenStmt;
import org.pgherd.grammar.ast.UpdateStmt;
import org.pgherd.grammar.ast.UtilityStatement;
import org.pgherd.grammar.ast.VariableSetStmt;
import org.pgherd.grammar.ast.VariableShowStmt;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;

/// Sends each kind of statement to the class that carries it out (utility.c:standard_ProcessUtility).
public final class StatementDispatch {
    private final SessionState session;
    private final QueryPlanner planner;
    private final QueryCommand queries;
    private final PreparedStatements prepared;
    private final Cursors cursors;
    private final RoutineCommand routines;
    private final TransactionCommand transactions;
    private final SettingCommand settings;
    private final DefinitionCommand definitions;
    private final DistributeCommand distribution;
    private final CreateTableAsCommand tableFromQuery;
    private final UtilityColumns utilityColumns;
    private final CopyCommand copies;
    private final FunctionContext functions;
    private final CurrentRows positions;
    private final CursorCommand cursorCommands;
    private final ExplainCommand explains;

    public StatementDispatch(
            SessionState session,
            QueryPlanner planner,
            QueryCommand queries,
            PreparedStatements prepared,
            Cursors cursors,
            RoutineCommand routines,
            CurrentRows positions,
            FunctionContext functions) {
        this.positions = positions;
        this.session = session;
        this.planner = planner;
        this.queries = queries;
        this.prepared = prepared;
        this.cursors = cursors;
        this.routines = routines;
        this.transactions = new TransactionCommand(session, cursors);
        this.settings = new SettingCommand(session, cursors);
        this.definitions = new DefinitionCommand(session);
        this.distribution = new DistributeCommand(session, definitions);
        this.utilityColumns = new UtilityColumns(session, functions);
        this.tableFromQuery = new CreateTableAsCommand(session, definitions);
        this.copies = new CopyCommand(session, functions);
        this.functions = functions;
        this.cursorCommands = new CursorCommand(session, cursors, functions);
        this.explains = new ExplainCommand(session, planner, queries);
    }

    /// Runs a statement. Its failure fails the transaction block that it is in.
    ///
    /// @param known its plan, if it has been planned already
    public StatementResult run(
            RawStmt raw,
            String source,
            @Nullable PlannedQuery known,
            int[] parameterTypes,
            @Nullable Object[] parameters) {
        boolean good = false;
        try {
            if (!endsBlock(raw.stmt())) {
                session.transaction().requireNotFailed();
            }
            StatementResult result = dispatch(raw, source, known, parameterTypes, parameters);
            good = true;
            return result;
        } catch (SqlException e) {
            throw located(e, raw, source, known);
        } finally {
            if (!good) {
                session.transaction().fail();
            }
        }
    }

    /// A statement inside a routine: its failure is the routine's to handle or to pass on.
    public StatementResult runNested(
            RawStmt raw, String source, @Nullable PlannedQuery plan, @Nullable Object[] values) {
        session.transaction().requireNotFailed();
        return dispatch(raw, source, plan, new int[0], values);
    }

    /// The same for what a routine opens a cursor over.
    public StatementResult openNested(
            RawStmt raw, String source, @Nullable PlannedQuery plan, @Nullable Object[] values) {
        return queries.asCursor(() -> runNested(raw, source, plan, values));
    }

    /// A shard that was given the statement's own text counts positions from its beginning.
    private static SqlException located(SqlException e, RawStmt raw, String source, @Nullable PlannedQuery known) {
        boolean forwarded = known == null
                ? raw.stmt() instanceof UtilityStatement
                : known.plan().verbatim();
        return forwarded ? ShardText.relocated(e, source, raw.at().start()) : e;
    }

    private static boolean endsBlock(Statement statement) {
        return statement instanceof TransactionStmt t
                && (t.kind() == TransactionStmtKind.COMMIT
                        || t.kind() == TransactionStmtKind.ROLLBACK
                        || t.kind() == TransactionStmtKind.ROLLBACK_TO
                        || t.kind() == TransactionStmtKind.PREPARE);
    }

    private StatementResult dispatch(
            RawStmt raw,
            String source,
            @Nullable PlannedQuery known,
            int[] parameterTypes,
            @Nullable Object[] parameters) {
        String sql = source.substring(raw.at().start(), raw.at().end());
        return switch (raw.stmt()) {
            case SelectStmt select
            when into(select) != null -> createTableAs(raw, select, required(into(select)), false, source);
            case SelectStmt select -> {
                DistributeCommand.Call call = DistributeCommand.callIn(select);
                yield call != null ? distribution.run(call) : query(raw, source, known, parameterTypes, parameters);
            }
            case Query _, PLAssignStmt _ -> query(raw, source, known, parameterTypes, parameters);
            case TransactionStmt statement -> transactions.run(statement);
            case VariableSetStmt statement -> settings.set(statement, sql);
            case VariableShowStmt statement -> show(statement, sql);
            case DiscardStmt statement -> settings.discard(statement, prepared::clear);
            case DeclareCursorStmt statement -> {
                planner.check(raw, source, parameterTypes);
                yield cursorCommands.declare(
                        statement,
                        source,
                        BackwardScan.isLikely(statement.query(), session.view()),
                        () -> planner.planCursor(inner(statement.query()), source, parameterTypes),
                        plan -> queries.asCursor(
                                () -> query(inner(statement.query()), source, plan, parameterTypes, parameters)));
            }
            case FetchStmt statement -> cursorCommands.fetch(statement);
            case ClosePortalStmt statement -> cursorCommands.close(statement);
            case PrepareStmt statement -> prepared.prepare(statement, source);
            case ExecuteStmt statement -> prepared.execute(statement, source);
            case DeallocateStmt statement -> prepared.deallocate(statement);
            case ExplainStmt statement -> explain(statement, source, parameterTypes, parameters);
            case CopyStmt statement -> copies.run(raw, statement, source, text -> copiedRows(statement, source, text));
            case CreateTableAsStmt statement
            when statement.objtype() == ObjectType.TABLE ->
                createTableAs(raw, statement.query(), statement.into(), statement.ifNotExists(), source);
            case CreateTableAsStmt statement -> materializedView(raw, statement, source);
            case RefreshMatViewStmt _ -> definitions.run(raw, source);
            case DoStmt statement -> routines.runDo(statement);
            case CallStmt statement -> call(statement, source);
            case ListenStmt _, UnlistenStmt _, NotifyStmt _ ->
                new StatementResult.Command(session.catalogShard(false).command(sql));
            case UtilityStatement _ -> definitions.run(raw, source);
        };
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("must be there");
        }
        return value;
    }

    private static @Nullable IntoClause into(SelectStmt select) {
        SelectStmt at = select;
        while (at.larg() != null) {
            at = at.larg();
        }
        return at.intoClause();
    }

    private static RawStmt inner(Statement statement) {
        return new RawStmt(statement, statement.at());
    }

    private StatementResult query(
            RawStmt raw,
            String source,
            @Nullable PlannedQuery known,
            int[] parameterTypes,
            @Nullable Object[] parameters) {
        if (known == null) {
            settle(raw);
        }
        PlannedQuery plan = known != null ? known : planner.plan(raw, source, parameterTypes);
        if (plan.parameterTypes().length > parameters.length) {
            throw missingParameter(raw, parameters.length);
        }
        try {
            StatementResult result = queries.run(plan, parameters);
            return PositionedStatement.is(raw) ? positions.told(result, returns(raw.stmt())) : result;
        } catch (SqlException e) {
            throw plan.plan().verbatim()
                    ? ShardText.relocated(e, source, raw.at().start())
                    : e;
        }
    }

    /// Before a statement is planned: tables that were placed by themselves may have to lie otherwise for it.
    public void settle(RawStmt raw) {
        if (raw.stmt() instanceof UpdateStmt update) {
            definitions.settle(update);
        }
    }

    private static boolean returns(Statement statement) {
        return statement instanceof UpdateStmt update && update.returningClause() != null
                || statement instanceof DeleteStmt delete && delete.returningClause() != null;
    }

    /// `$n` in a statement that nobody gives values to.
    private static SqlException missingParameter(RawStmt raw, int given) {
        for (ParamRef parameter : AstWalk.all(raw, ParamRef.class)) {
            if (parameter.number() > given) {
                return new SqlException(
                        SqlState.UNDEFINED_PARAMETER, "there is no parameter $" + parameter.number(), parameter.at());
            }
        }
        return new SqlException(SqlState.PROTOCOL_VIOLATION, "the statement needs more parameters");
    }

    private StatementResult show(VariableShowStmt statement, String sql) {
        String name = statement.name().toLowerCase(java.util.Locale.ROOT);
        if (name.startsWith("pgherd.")) {
            String value = session.settings().get(name);
            if (value != null) {
                return MaterialRows.lines(name, List.of(value), "SHOW");
            }
        }
        return queries.forward(sql, "SHOW");
    }

    private StatementResult explain(
            ExplainStmt statement, String source, int[] parameterTypes, @Nullable Object[] parameters) {
        Statement explained = statement.query();
        String prefix = source.substring(statement.at().start(), explained.at().start());
        long start = System.nanoTime();
        boolean fills = explained instanceof CreateTableAsStmt create && create.query() instanceof ExecuteStmt;
        Statement executed = fills ? ((CreateTableAsStmt) explained).query() : explained;
        if (executed instanceof ExecuteStmt execute) {
            PlannedQuery plan = prepared.planOf(execute);
            double millis = (System.nanoTime() - start) / 1e6;
            @Nullable Object[] values = prepared.values(execute, source);
            String text = prepared.textOf(execute).strip();
            return explains.run(
                    new ExplainCommand.Explained(statement, prefix, text, plan, values, millis, fills),
                    statistics -> fills
                            ? dispatch(inner(explained), source, null, parameterTypes, parameters)
                            : queries.run(plan, values, statistics));
        }
        Statement query = switch (explained) {
            case DeclareCursorStmt declare -> declare.query();
            case CreateTableAsStmt create -> create.query();
            default -> explained;
        };
        if (!(query instanceof Query)) {
            if (ExplainRequest.of(statement).sharded()) {
                throw ExplainCommand.withoutPlan(statement);
            }
            return queries.forward(
                    source.substring(statement.at().start(), statement.at().end()), "EXPLAIN");
        }
        RawStmt raw = inner(query);
        boolean creates =
                explained instanceof CreateTableAsStmt || query instanceof SelectStmt select && into(select) != null;
        String text = source.substring(query.at().start(), query.at().end());
        PlannedQuery plan;
        if (query instanceof SelectStmt select && into(select) != null) {
            text = textWithoutInto(select, required(into(select)), source);
            plan = planner.plan(SqlParser.parse(text).getFirst(), text, parameterTypes);
        } else {
            plan = planner.plan(raw, source, parameterTypes);
        }
        double millis = (System.nanoTime() - start) / 1e6;
        return explains.run(
                new ExplainCommand.Explained(statement, prefix, text, plan, parameters, millis, creates),
                statistics -> creates
                        ? dispatch(inner(explained), source, null, parameterTypes, parameters)
                        : queries.run(plan, parameters, statistics));
    }

    private StatementResult.Rows copiedRows(CopyStmt statement, String source, @Nullable String text) {
        RawStmt raw = text == null
                ? inner(required(statement.query()))
                : SqlParser.parse(text).getFirst();
        if (raw.stmt() instanceof SelectStmt select && into(select) != null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "COPY (SELECT INTO) is not supported", Position.NONE);
        }
        StatementResult result = query(raw, text == null ? source : text, null, new int[0], new Object[0]);
        if (result instanceof StatementResult.Rows rows) {
            return rows;
        }
        throw new SqlException(
                SqlState.FEATURE_NOT_SUPPORTED, "COPY query must have a RETURNING clause", Position.NONE);
    }

    private StatementResult createTableAs(
            RawStmt raw, Statement query, IntoClause into, boolean ifNotExists, String source) {
        if (query instanceof ExecuteStmt execute) {
            String text = prepared.textOf(execute);
            int[] types = prepared.parameterTypesOf(execute);
            @Nullable Object[] values = prepared.values(execute, source);
            List<ResultColumn> columns = collated(
                    prepared.planOf(execute).columns(),
                    SqlParser.parse(text).getFirst(),
                    text,
                    ParameterTypes.fixed(
                            Arrays.stream(types).mapToObj(SqlType::of).toList()));
            return tableFromQuery.run(
                    into,
                    ifNotExists,
                    columns,
                    "SELECT 0",
                    table -> insertInto(
                            table, text, types, values, (insert, sql) -> prepared.plan(execute, insert, sql, types)));
        }
        String text = textWithoutInto(query, into, source);
        RawStmt select = SqlParser.parse(text).getFirst();
        PlannedQuery plan = planner.plan(select, text, new int[0]);
        return tableFromQuery.run(
                into,
                ifNotExists,
                collated(plan.columns(), select, text, ParameterTypes.none()),
                "CREATE TABLE AS",
                table -> insertInto(table, text, new int[0], new Object[0], (_, _) -> null));
    }

    /// A shard that describes a statement does not tell the collations of its columns.
    private List<ResultColumn> collated(
            List<ResultColumn> columns, RawStmt select, String text, ParameterTypes parameters) {
        List<SqlType> types = Analyzer.analyze(select, text, session.view(), functions, parameters)
                .outputTypes();
        List<ResultColumn> collated = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ResultColumn column = columns.get(i);
            collated.add(new ResultColumn(
                    column.name(),
                    column.type().withCollation(types.get(i).collation()),
                    column.tableOid(),
                    column.attributeNumber(),
                    column.typeLength()));
        }
        return collated;
    }

    /// The text of the query alone: SELECT INTO has its target in the middle.
    private static String textWithoutInto(Statement query, IntoClause into, String source) {
        StringBuilder text = new StringBuilder(
                source.substring(query.at().start(), query.at().end()));
        if (query instanceof SelectStmt select && into(select) != null) {
            int from = into.at().start() - query.at().start();
            int to = into.at().end() - query.at().start();
            for (int i = from; i < to; i++) {
                text.setCharAt(i, ' ');
            }
        }
        return text.toString();
    }

    /// @param planner gives a plan if it is to be another than that of the statement as it stands
    private long insertInto(
            String table,
            String query,
            int[] parameterTypes,
            @Nullable Object[] values,
            BiFunction<RawStmt, String, @Nullable PlannedQuery> planner) {
        String sql = "INSERT INTO " + table + " " + query;
        RawStmt raw = SqlParser.parse(sql).getFirst();
        StatementResult result = query(raw, sql, planner.apply(raw, sql), parameterTypes, values);
        if (result instanceof StatementResult.Command command) {
            return Long.parseLong(command.tag().substring(command.tag().lastIndexOf(' ') + 1));
        }
        throw new AssertionError("INSERT gave rows");
    }

    /// Its rows would be those of the catalog shard only, so they must all lie there.
    private StatementResult materializedView(RawStmt raw, CreateTableAsStmt statement, String source) {
        boolean here = org.pgherd.engine.session.Footprint.of(
                        statement.query(), session.view(), session.snapshot().sharding())
                .onCatalogShard();
        if (!here) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "materialized views over sharded tables are not supported",
                    statement.at());
        }
        return definitions.run(raw, source);
    }

    /// The columns of a statement's result, known before it runs; null if it gives no rows.
    public @Nullable List<ResultColumn> columns(RawStmt raw, String source) {
        return switch (raw.stmt()) {
            case ExplainStmt statement -> utilityColumns.of(statement, source);
            case VariableShowStmt statement -> utilityColumns.of(statement, source);
            case CallStmt statement -> utilityColumns.of(statement, source);
            case FetchStmt fetch
            when !fetch.ismove() -> {
                OpenCursor cursor = cursors.find(fetch.portalname());
                yield cursor == null ? null : cursor.columns();
            }
            case ExecuteStmt execute -> prepared.columnsOf(execute);
            default -> null;
        };
    }

    /// Whether a statement is analysed and planned before it runs.
    public boolean isPlanned(RawStmt raw) {
        return switch (raw.stmt()) {
            case SelectStmt select -> into(select) == null && DistributeCommand.callIn(select) == null;
            case Query _ -> true;
            case UtilityStatement _ -> false;
        };
    }

    private StatementResult call(CallStmt statement, String source) {
        ProcRow procedure = routines.resolve(statement);
        List<String> texts = new ArrayList<>();
        for (Expr argument : statement.funccall().args()) {
            texts.add(source.substring(argument.at().start(), argument.at().end()));
        }
        List<Integer> types = procedure.argTypes();
        int missing = types.size() - texts.size();
        if (missing > 0) {
            List<String> defaults = procedure.argDefaults();
            texts.addAll(defaults.subList(defaults.size() - missing, defaults.size()));
        }
        int[] oids = types.stream().mapToInt(Integer::intValue).toArray();
        @Nullable
        Object[] values = oids.length == 0 ? new Object[0] : prepared.evaluate(texts.subList(0, oids.length), oids);
        return routines.call(procedure, types.stream().map(SqlType::of).toList(), values);
    }
}
