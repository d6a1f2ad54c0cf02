package org.pgherd.engine.routine;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.command.Cursors;
import org.pgherd.engine.command.OpenCursor;
import org.pgherd.engine.command.RowVersions;
import org.pgherd.engine.command.StatementDispatch;
import org.pgherd.engine.session.CursorPlan;
import org.pgherd.engine.session.PlannedQuery;
import org.pgherd.engine.session.PositionedStatement;
import org.pgherd.engine.session.QueryPlanner;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.CancelToken;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.executor.transaction.TransactionOptions;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.PLAssignStmt;
import org.pgherd.grammar.ast.Query;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.TransactionStmt;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.grammar.lexer.PortableText;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.Cursor;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.StatementRunner;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.SqlType;

/// Statements inside routines, run in the session's transaction (spi.c).
public final class SessionStatements implements StatementRunner {
    private final SessionState session;
    private final QueryPlanner planner;
    private final Cursors cursors;
    private final FunctionContext functions;
    private final Supplier<CancelToken> cancel;
    private @Nullable StatementDispatch dispatch;
    /// Greater than zero inside a function or a transaction block of the client's.
    private int atomic;

    /// @param cancel of the client's statement that runs
    public SessionStatements(
            SessionState session,
            QueryPlanner planner,
            Cursors cursors,
            FunctionContext functions,
            Supplier<CancelToken> cancel) {
        this.cancel = cancel;
        this.session = session;
        this.planner = planner;
        this.cursors = cursors;
        this.functions = functions;
    }

    public void dispatch(StatementDispatch through) {
        dispatch = through;
    }

    String typeName(SqlType type) {
        return session.view().formatType(type);
    }

    /// Of a composite type; empty for any other.
    List<SqlType> fieldTypes(int oid) {
        return session.view().fields(oid).stream().map(TypeLookup.Field::type).toList();
    }

    Cursors cursors() {
        return cursors;
    }

    RowStore rowStore(List<ResultColumn> columns) {
        return session.rowStore(columns, functions);
    }

    /// How the texts of bodies are read.
    LexicalSettings lexical() {
        return session.settings().lexical();
    }

    @Override
    public PreparedStatement prepare(String text, VariableScope variables) {
        LexicalSettings lexical = session.settings().lexical();
        if (!lexical.matterIn(text)) {
            return prepare(text, lexical, variables);
        }
        List<RawStmt> _ = SqlParser.parse(text, lexical, session::notice);
        return prepare(PortableText.of(text, lexical).text(), LexicalSettings.STANDARD, variables);
    }

    private PreparedStatement prepare(String sql, LexicalSettings lexical, VariableScope variables) {
        List<RawStmt> parsed = SqlParser.parse(sql, lexical, _ -> {});
        if (parsed.size() != 1) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "cannot insert multiple commands into a prepared statement");
        }
        RawStmt raw = parsed.getFirst();
        if (raw.stmt() instanceof TransactionStmt) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "unsupported transaction command in PL/pgSQL", raw.at());
        }
        RecordingScope scope = new RecordingScope(variables);
        PlannedQuery plan = !(raw.stmt() instanceof Query)
                ? null
                : PositionedStatement.is(raw)
                        ? planner.planPositionedInRoutine(raw, sql, scope, null)
                        : planner.planInRoutine(raw, sql, scope);
        return new RoutineStatement(raw, sql, plan, variables, this);
    }

    PlannedQuery positioned(RawStmt raw, String sql, VariableScope variables, @Nullable Object[] values) {
        return planner.planPositionedInRoutine(raw, sql, new RecordingScope(variables), values);
    }

    CursorPlan cursorPlan(RawStmt raw, String sql, PlannedQuery plan, VariableScope variables) {
        return planner.planCursorInRoutine(raw, sql, plan, new RecordingScope(variables));
    }

    void keepVersions(CursorPlan plan) {
        RowVersions.keep(session, plan);
    }

    @Override
    public PreparedStatement prepareAssignment(String sql, int names, VariableScope variables) {
        PLAssignStmt assignment = SqlParser.parseAssignment(sql, 0, sql.length(), names);
        RawStmt raw = new RawStmt(assignment, assignment.at());
        PlannedQuery plan = planner.planInRoutine(raw, sql, new RecordingScope(variables));
        return new RoutineStatement(raw, sql, plan, variables, this);
    }

    @Override
    public String planKey() {
        return session.settings().planKey();
    }

    StatementResult run(RawStmt raw, String source, @Nullable PlannedQuery plan, @Nullable Object[] values) {
        return wired().runNested(raw, source, plan, values);
    }

    StatementResult open(RawStmt raw, String source, @Nullable PlannedQuery plan, @Nullable Object[] values) {
        return wired().openNested(raw, source, plan, values);
    }

    private StatementDispatch wired() {
        StatementDispatch through = dispatch;
        if (through == null) {
            throw new AssertionError("not wired");
        }
        return through;
    }

    /// The columns of a utility statement's rows; null if it gives none.
    @Nullable
    List<ResultColumn> columns(RawStmt raw, String source) {
        StatementDispatch through = dispatch;
        return through == null ? null : through.columns(raw, source);
    }

    @Override
    public Subtransaction beginSubtransaction() {
        session.transaction().beginImplicit(TransactionOptions.DEFAULT);
        String name = session.transaction().beginSubtransaction();
        return new Subtransaction() {
            @Override
            public void release() {
                session.transaction().releaseSubtransaction(name);
            }

            @Override
            public void rollback() {
                session.transaction().rollbackSubtransaction(name);
                cursors.partlyRolledBack();
                session.partlyRolledBack();
            }
        };
    }

    @Override
    public void commit(boolean chain) {
        end(true, chain);
    }

    @Override
    public void rollback(boolean chain) {
        end(false, chain);
    }

    private void end(boolean commit, boolean chain) {
        if (isAtomic()) {
            throw new SqlException(SqlState.INVALID_TRANSACTION_TERMINATION, "invalid transaction termination");
        }
        TransactionOptions options = session.transaction().options();
        boolean done = false;
        try {
            if (session.transaction().inImplicit()) {
                session.transaction().endImplicit(commit);
            }
            done = commit;
        } finally {
            cursors.closeAll();
            session.transactionEnded(done);
        }
        session.transaction().beginImplicit(chain ? options : TransactionOptions.DEFAULT);
    }

    @Override
    public boolean isAtomic() {
        return atomic > 0 || session.transaction().inBlock();
    }

    void enterAtomic() {
        atomic++;
    }

    void leaveAtomic() {
        atomic--;
    }

    @Override
    public void checkCancelled() {
        cancel.get().check();
    }

    @Override
    public void notice(Notice notice) {
        session.notice(notice);
    }

    @Override
    public FunctionContext context() {
        return functions;
    }

    @Override
    public @Nullable Cursor cursor(String name) {
        OpenCursor cursor = cursors.find(name);
        return cursor == null ? null : new RoutineCursor(name, cursor, cursors);
    }
}
