package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.spi.Result;

/// EXECUTE (exec_stmt_dynexecute).
public final class ExecuteNode extends StatementNode {
    @Child
    private DynamicSql sql;

    @Child
    private @Nullable IntoNode into;

    private final boolean strict;
    private final int found;

    public ExecuteNode(int line, DynamicSql sql, @Nullable IntoNode into, boolean strict, int found) {
        super(line);
        this.sql = sql;
        this.into = into;
        this.strict = strict;
        this.found = found;
    }

    @Override
    void execute(VirtualFrame frame) {
        Invocation invocation = invocation(frame);
        DynamicSql.Ready ready = sql.prepare(frame, "query string argument of EXECUTE is null");
        if (into != null && !ready.statement().returnsRows()) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "INTO used with a command that cannot return data");
        }
        // INTO alone changes FOUND
        Object foundBefore = frame.getObject(found);
        try (Result result = ready.statement().execute(ready.values(), invocation.readOnly)) {
            if (into != null) {
                IntoRows.take(frame, result, into, strict, false, found);
                frame.setObject(found, foundBefore);
                return;
            }
            long rows = 0;
            while (result.next()) {
                rows++;
            }
            invocation.rowCount = ready.statement().returnsRows() ? rows : result.processed();
        } catch (SqlException e) {
            throw e.fields().context() == null && !IntoRows.isOwn(e) ? ready.failed(e) : e;
        }
    }

    @Override
    String what() {
        return "EXECUTE";
    }
}
