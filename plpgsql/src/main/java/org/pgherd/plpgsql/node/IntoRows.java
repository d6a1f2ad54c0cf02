package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.spi.Result;

/// The first row of a result for INTO.
final class IntoRows {
    private IntoRows() {}

    /// @param single more than one row is an error though it is not STRICT: what a modifying statement returns
    static void take(VirtualFrame frame, Result result, IntoNode into, boolean strict, boolean single, int found) {
        Invocation invocation = StatementNode.invocation(frame);
        RowShape shape = RowShape.ofColumns(result.columns());
        if (!result.next()) {
            if (strict) {
                throw new SqlException(SqlState.NO_DATA_FOUND, "query returned no rows");
            }
            invocation.rowCount = 0;
            frame.setObject(found, false);
            into.assign(frame, shape, null);
            return;
        }
        @Nullable Object[] row = row(result, shape.size());
        if ((strict || single) && result.next()) {
            throw new SqlException(SqlState.TOO_MANY_ROWS, "query returned more than one row")
                    .withHint("Make sure the query returns a single row, or use LIMIT 1.");
        }
        invocation.rowCount = 1;
        frame.setObject(found, true);
        into.assign(frame, shape, row);
    }

    static boolean isOwn(SqlException e) {
        return e.state().equals(SqlState.NO_DATA_FOUND) || e.state().equals(SqlState.TOO_MANY_ROWS);
    }

    static @Nullable Object[] row(RowIterator rows, int columns) {
        @Nullable Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
            row[i] = rows.get(i);
        }
        return row;
    }
}
