package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.compile.Variable;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.spi.Cursor;
import org.pgherd.semantics.type.SqlType;

/// FETCH, and MOVE.
public final class FetchNode extends StatementNode {
    private final Variable cursor;
    private final Cursor.Direction direction;
    private final long constant;

    @Child
    private @Nullable ExpressionNode count;

    @Child
    private @Nullable IntoNode into;

    private final int found;

    public FetchNode(
            int line,
            Variable cursor,
            Cursor.Direction direction,
            long constant,
            @Nullable ExpressionNode count,
            @Nullable IntoNode into,
            int found) {
        super(line);
        this.cursor = cursor;
        this.direction = direction;
        this.constant = constant;
        this.count = count;
        this.into = into;
        this.found = found;
    }

    @Override
    void execute(VirtualFrame frame) {
        Invocation invocation = invocation(frame);
        Cursor open = CursorNames.open(frame, cursor);
        long rows = constant;
        if (count != null) {
            if (!(count.evaluate(frame, SqlType.INT4) instanceof Integer given)) {
                throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "relative or absolute cursor position is null");
            }
            rows = given;
        }
        if (into == null) {
            invocation.rowCount = open.move(direction, rows);
        } else {
            RowShape shape = RowShape.ofColumns(open.columns());
            try (RowIterator fetched = open.fetch(direction, rows)) {
                boolean any = fetched.next();
                invocation.rowCount = any ? 1 : 0;
                into.assign(frame, shape, any ? IntoRows.row(fetched, shape.size()) : null);
            }
        }
        frame.setObject(found, invocation.rowCount != 0);
    }

    @Override
    String what() {
        return into == null ? "MOVE" : "FETCH";
    }
}
