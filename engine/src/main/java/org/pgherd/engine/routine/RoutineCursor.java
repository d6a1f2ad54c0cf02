package org.pgherd.engine.routine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.command.Cursors;
import org.pgherd.engine.command.OpenCursor;
import org.pgherd.grammar.ast.FetchDirection;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.spi.Cursor;
import org.pgherd.semantics.spi.PreparedStatement;

/// A session's cursor in a routine's hands.
record RoutineCursor(String name, OpenCursor cursor, Cursors cursors) implements Cursor {
    @Override
    public List<PreparedStatement.Column> columns() {
        return RoutineStatement.columns(cursor.columns());
    }

    @Override
    public RowIterator fetch(Direction direction, long count) {
        return RowIterator.ofRows(rows(direction, count).iterator());
    }

    @Override
    public long move(Direction direction, long count) {
        return rows(direction, count).size();
    }

    private List<@Nullable Object[]> rows(Direction direction, long count) {
        return cursor.fetch(FetchDirection.valueOf(direction.name()), count);
    }

    @Override
    public void close() {
        cursors.close(name);
    }
}
