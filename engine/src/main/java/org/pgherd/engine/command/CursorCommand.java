package org.pgherd.engine.command;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.CursorPlan;
import org.pgherd.engine.session.PlannedQuery;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.ClosePortalStmt;
import org.pgherd.grammar.ast.CursorOptions;
import org.pgherd.grammar.ast.DeclareCursorStmt;
import org.pgherd.grammar.ast.FetchStmt;
import org.pgherd.semantics.function.FunctionContext;

/// DECLARE, FETCH, MOVE, CLOSE (portalcmds.c).
final class CursorCommand {
    private final SessionState session;
    private final Cursors cursors;
    private final FunctionContext functions;

    CursorCommand(SessionState session, Cursors cursors, FunctionContext functions) {
        this.session = session;
        this.functions = functions;
        this.cursors = cursors;
    }

    /// @param text the whole of what the client sent, as pg_cursors shows it
    /// @param backward whether PostgreSQL's plan could be read backward
    /// @param plan of the cursor's query
    /// @param run runs it
    StatementResult declare(
            DeclareCursorStmt statement,
            String text,
            boolean backward,
            Supplier<CursorPlan> plan,
            Function<PlannedQuery, StatementResult> run) {
        boolean hold = (statement.options() & CursorOptions.HOLD) != 0;
        if (!hold && !session.transaction().inBlock()) {
            throw new SqlException(
                    SqlState.NO_ACTIVE_SQL_TRANSACTION, "DECLARE CURSOR can only be used in transaction blocks");
        }
        if (cursors.find(statement.portalname()) != null) {
            throw new SqlException(
                    SqlState.DUPLICATE_CURSOR, "cursor \"" + statement.portalname() + "\" already exists");
        }
        // without SCROLL PostgreSQL allows going back where the plan happens to allow it; here it always can
        boolean said = (statement.options() & CursorOptions.SCROLL) != 0;
        boolean denied = (statement.options() & CursorOptions.NO_SCROLL) != 0;
        boolean scroll = said || !denied && !BackwardScan.locks(statement.query());
        boolean scrollable = said || !denied && backward;
        CursorPlan planned = plan.get();
        RowVersions.keep(session, planned);
        if (!(run.apply(planned.query()) instanceof StatementResult.Rows rows)) {
            throw new AssertionError("a SELECT gave no rows");
        }
        OpenCursor cursor = new OpenCursor(
                rows,
                planned.scan(),
                session.rowStore(rows.columns(), functions),
                scroll,
                scrollable,
                hold,
                (statement.options() & CursorOptions.BINARY) != 0,
                text,
                functions.statementTimestamp());
        if (!session.transaction().inBlock()) {
            cursor.holdOver();
        }
        cursors.add(statement.portalname(), cursor);
        return new StatementResult.Command("DECLARE CURSOR");
    }

    StatementResult fetch(FetchStmt statement) {
        OpenCursor cursor = cursors.usable(statement.portalname());
        List<@Nullable Object[]> rows = cursor.fetch(statement.direction(), statement.howMany());
        if (statement.ismove()) {
            return new StatementResult.Command("MOVE " + rows.size());
        }
        return new MaterialRows(cursor.columns(), rows, "FETCH " + rows.size());
    }

    StatementResult close(ClosePortalStmt statement) {
        if (statement.portalname() == null) {
            cursors.closeAll();
            return new StatementResult.Command("CLOSE CURSOR ALL");
        }
        cursors.close(statement.portalname());
        return new StatementResult.Command("CLOSE CURSOR");
    }
}
