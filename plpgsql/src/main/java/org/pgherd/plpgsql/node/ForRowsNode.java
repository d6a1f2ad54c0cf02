package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.Result;

/// A loop over the rows of a query. The rows are read before the first iteration: statements of the body use the same
/// connections, and COMMIT in the body must not end them.
public final class ForRowsNode extends StatementNode {
    @Child
    private @Nullable EmbeddedSql sql;

    @Child
    private @Nullable DynamicSql dynamic;

    @Child
    private IntoNode into;

    @Child
    private LoopBody body;

    private final int found;

    public ForRowsNode(
            int line,
            @Nullable EmbeddedSql sql,
            @Nullable DynamicSql dynamic,
            IntoNode into,
            LoopBody body,
            int found) {
        super(line);
        this.sql = sql;
        this.dynamic = dynamic;
        this.into = into;
        this.body = body;
        this.found = found;
    }

    @Override
    void execute(VirtualFrame frame) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        RowShape shape = dynamic != null ? readDynamic(frame, dynamic, rows) : readStatic(frame, rows);
        if (rows.isEmpty()) {
            into.assign(frame, shape, null);
        }
        boolean any = false;
        for (@Nullable Object[] row : rows) {
            any = true;
            into.assign(frame, shape, row);
            if (!body.run(frame)) {
                break;
            }
        }
        frame.setObject(found, any);
    }

    private RowShape readStatic(VirtualFrame frame, List<@Nullable Object[]> rows) {
        EmbeddedSql statement = sql;
        if (statement == null) {
            throw new AssertionError("a loop over rows has a query");
        }
        PreparedStatement prepared = statement.prepare(frame);
        checkRows(prepared);
        RowShape shape = RowShape.ofColumns(prepared.columns());
        try (Result result = statement.execute(frame)) {
            read(result, shape, rows);
        } catch (SqlException e) {
            throw e.fields().context() == null ? statement.failed(e) : e;
        }
        return shape;
    }

    private static RowShape readDynamic(VirtualFrame frame, DynamicSql dynamic, List<@Nullable Object[]> rows) {
        DynamicSql.Ready ready = dynamic.prepare(frame, "query string argument of EXECUTE is null");
        checkRows(ready.statement());
        RowShape shape = RowShape.ofColumns(ready.statement().columns());
        try (Result result = ready.statement().execute(ready.values(), invocation(frame).readOnly)) {
            read(result, shape, rows);
        } catch (SqlException e) {
            throw e.fields().context() == null ? ready.failed(e) : e;
        }
        return shape;
    }

    private static void checkRows(PreparedStatement statement) {
        if (!statement.returnsRows()) {
            throw new SqlException(
                    SqlState.INVALID_CURSOR_DEFINITION, "cannot open " + statement.commandName() + " query as cursor");
        }
    }

    private static void read(Result result, RowShape shape, List<@Nullable Object[]> rows) {
        while (result.next()) {
            rows.add(IntoRows.row(result, shape.size()));
        }
    }

    @Override
    String what() {
        return dynamic != null ? "FOR over EXECUTE statement" : "FOR over SELECT rows";
    }
}
