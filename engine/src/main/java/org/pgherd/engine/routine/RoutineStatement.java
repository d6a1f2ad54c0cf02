package org.pgherd.engine.routine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.command.BackwardScan;
import org.pgherd.engine.command.Cursors;
import org.pgherd.engine.command.OpenCursor;
import org.pgherd.engine.session.CursorPlan;
import org.pgherd.engine.session.PlannedQuery;
import org.pgherd.engine.session.PositionedStatement;
import org.pgherd.engine.session.UpdatableScan;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.DeleteStmt;
import org.pgherd.grammar.ast.InsertStmt;
import org.pgherd.grammar.ast.MergeStmt;
import org.pgherd.grammar.ast.PLAssignStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.UpdateStmt;
import org.pgherd.semantics.spi.Cursor;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.Result;
import org.pgherd.semantics.spi.VariableScope;

/// A statement of a routine's body.
final class RoutineStatement implements PreparedStatement {
    private final RawStmt raw;
    private final @Nullable PlannedQuery plan;
    private final SessionStatements statements;
    private final String source;
    private final VariableScope variables;
    private @Nullable CursorPlan cursorPlan;

    /// @param plan null for a utility statement
    RoutineStatement(
            RawStmt raw,
            String source,
            @Nullable PlannedQuery plan,
            VariableScope variables,
            SessionStatements statements) {
        this.variables = variables;
        this.raw = raw;
        this.source = source;
        this.plan = plan;
        this.statements = statements;
    }

    @Override
    public List<Column> columns() {
        PlannedQuery known = plan;
        List<ResultColumn> told = known == null ? statements.columns(raw, source) : known.columns();
        return told == null ? List.of() : columns(told);
    }

    static List<Column> columns(List<ResultColumn> columns) {
        return columns.stream()
                .map(column -> new Column(column.name(), column.type()))
                .toList();
    }

    @Override
    public boolean returnsRows() {
        PlannedQuery known = plan;
        return known == null ? statements.columns(raw, source) != null : known.returnsRows();
    }

    @Override
    public boolean isModifying() {
        return plan != null
                && (!(raw.stmt() instanceof SelectStmt || raw.stmt() instanceof PLAssignStmt)
                        || plan.plan().writes());
    }

    @Override
    public String commandName() {
        return switch (raw.stmt()) {
            case SelectStmt _, PLAssignStmt _ -> "SELECT";
            case InsertStmt _ -> "INSERT";
            case UpdateStmt _ -> "UPDATE";
            case DeleteStmt _ -> "DELETE";
            case MergeStmt _ -> "MERGE";
            default ->
                source.substring(raw.at().start(), raw.at().end())
                        .split("\\s+", 2)[0]
                        .toUpperCase(java.util.Locale.ROOT);
        };
    }

    @Override
    public Result execute(@Nullable Object[] values, boolean readOnly) {
        if (readOnly && (plan == null || isModifying())) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, commandName() + " is not allowed in a non-volatile function");
        }
        PlannedQuery chosen =
                PositionedStatement.is(raw) ? statements.positioned(raw, source, variables, values) : plan;
        return new RowsResult(statements.run(raw, source, chosen, values), columns());
    }

    @Override
    public Cursor open(@Nullable String name, @Nullable Object[] values, boolean scroll, boolean readOnly) {
        Cursors cursors = statements.cursors();
        String chosen = name == null ? cursors.freshName() : name;
        CursorPlan planned = cursorPlan;
        if (planned == null && plan != null) {
            planned = statements.cursorPlan(raw, source, plan, variables);
            cursorPlan = planned;
        }
        if (planned != null) {
            statements.keepVersions(planned);
        }
        boolean back = scroll && !BackwardScan.locks(raw.stmt());
        PlannedQuery query = planned == null ? null : planned.query();
        if (!(statements.open(raw, source, query, values) instanceof StatementResult.Rows rows)) {
            throw new SqlException(
                    SqlState.INVALID_CURSOR_DEFINITION, "cannot open " + commandName() + " query as cursor");
        }
        OpenCursor cursor = new OpenCursor(
                rows,
                planned == null ? UpdatableScan.NONE : planned.scan(),
                statements.rowStore(rows.columns()),
                back,
                back,
                false,
                false,
                source.substring(raw.at().start(), raw.at().end()),
                statements.context().statementTimestamp());
        cursors.add(chosen, cursor);
        return new RoutineCursor(chosen, cursor, cursors);
    }
}
