package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.compile.Variable;
import org.pgherd.semantics.spi.Cursor;

/// From a cursor variable to the open cursor.
final class CursorNames {
    private CursorNames() {}

    static Cursor open(VirtualFrame frame, Variable variable) {
        Object name = frame.getObject(variable.slot());
        if (name == null) {
            throw new SqlException(
                    SqlState.NULL_VALUE_NOT_ALLOWED, "cursor variable \"" + variable.name() + "\" is null");
        }
        Cursor cursor = StatementNode.invocation(frame).runner.cursor(name.toString());
        if (cursor == null) {
            throw new SqlException(SqlState.UNDEFINED_CURSOR, "cursor \"" + name + "\" does not exist");
        }
        return cursor;
    }
}
