package org.pgherd.engine.routine;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.RowIterator;

/// The rows of a routine with SET clauses, which hold until the last one.
final class ScopedRows implements RowIterator {
    private final RowIterator rows;
    private final RoutineScope scope;
    private boolean over;

    ScopedRows(RowIterator rows, RoutineScope scope) {
        this.rows = rows;
        this.scope = scope;
    }

    @Override
    public boolean next() {
        boolean more = false;
        boolean done = false;
        try {
            more = rows.next();
            done = true;
        } finally {
            if (!done && !over) {
                over = true;
                scope.failed();
            }
        }
        if (!more) {
            leave();
        }
        return more;
    }

    @Override
    public @Nullable Object get(int column) {
        return rows.get(column);
    }

    @Override
    public void close() {
        rows.close();
        leave();
    }

    private void leave() {
        if (!over) {
            over = true;
            scope.leave();
        }
    }
}
