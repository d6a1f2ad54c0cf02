package org.pgherd.executor.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.RowIterator;

/// The rows of a set of scalars as they come, written down on the way; told at the end, if they are few.
final class RecordedRows implements RowIterator {
    private static final int MOST = 64;

    private final RowIterator rows;
    private final Consumer<List<@Nullable Object>> atEnd;
    private @Nullable List<@Nullable Object> seen = new ArrayList<>();
    private @Nullable Object current;

    RecordedRows(RowIterator rows, Consumer<List<@Nullable Object>> atEnd) {
        this.rows = rows;
        this.atEnd = atEnd;
    }

    @Override
    public boolean next() {
        List<@Nullable Object> before = seen;
        if (!rows.next()) {
            seen = null;
            if (before != null) {
                atEnd.accept(before);
            }
            return false;
        }
        current = rows.get(0);
        if (before != null) {
            boolean keeps = before.size() < MOST && RememberedResults.isSmall(current);
            seen = keeps ? before : null;
            before.add(current);
        }
        return true;
    }

    @Override
    public @Nullable Object get(int column) {
        return current;
    }

    @Override
    public void close() {
        rows.close();
    }
}
