package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.Result;

/// A statement of SQL, with or without INTO; also PERFORM (exec_stmt_execsql, exec_stmt_perform).
public final class SqlNode extends StatementNode {
    @Child
    private EmbeddedSql sql;

    @Child
    private @Nullable IntoNode into;

    private final boolean strict;
    private final boolean perform;
    private final int found;

    public SqlNode(int line, EmbeddedSql sql, @Nullable IntoNode into, boolean strict, boolean perform, int found) {
        super(line);
        this.sql = sql;
        this.into = into;
        this.strict = strict;
        this.perform = perform;
        this.found = found;
    }

    @Override
    void execute(VirtualFrame frame) {
        Invocation invocation = invocation(frame);
        PreparedStatement statement = sql.prepare(frame);
        if (into != null && !statement.returnsRows()) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "INTO used with a command that cannot return data");
        }
        if (into == null && !perform && statement.returnsRows()) {
            SqlException e = new SqlException(SqlState.SYNTAX_ERROR, "query has no destination for result data");
            throw statement.isModifying()
                    ? e
                    : e.withHint("If you want to discard the results of a SELECT, use PERFORM instead.");
        }
        try (Result result = sql.execute(frame)) {
            if (into != null) {
                IntoRows.take(frame, result, into, strict, statement.isModifying(), found);
                return;
            }
            long rows = 0;
            while (result.next()) {
                rows++;
            }
            invocation.rowCount = perform || statement.returnsRows() ? rows : result.processed();
            if (perform || statement.isModifying()) {
                frame.setObject(found, invocation.rowCount != 0);
            }
        } catch (SqlException e) {
            throw e.fields().context() == null && !IntoRows.isOwn(e) ? sql.failed(e) : e;
        }
    }

    @Override
    String what() {
        return perform ? "PERFORM" : "SQL statement";
    }
}
