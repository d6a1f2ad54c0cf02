package org.pgherd.engine.routine;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.value.PgRecord;

/// The fields of the rows that come as one value each.
final class RowFields implements RowIterator {
    private final RowIterator rows;

    RowFields(RowIterator rows) {
        this.rows = rows;
    }

    @Override
    public boolean next() {
        return rows.next();
    }

    @Override
    public @Nullable Object get(int column) {
        return rows.get(0) instanceof PgRecord row ? row.values()[column] : null;
    }

    @Override
    public void close() {
        rows.close();
    }
}
