package org.pgherd.engine.command;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.vector.Batch;

/// The rows of a cursor as far as they have been read, by number from 0.
final class CursorRows implements AutoCloseable {
    private final RowStore store;
    /// By batch: the number of its first row.
    private final LongArrayList starts = new LongArrayList();
    private @Nullable Batch current;
    private long currentStart;
    private long size;

    CursorRows(RowStore store) {
        this.store = store;
    }

    void add(Batch batch) {
        store.add(batch);
        starts.add(size);
        size += batch.rowCount();
    }

    long size() {
        return size;
    }

    @Nullable
    Object[] row(long number, int first, int count) {
        Batch batch = current;
        if (batch == null || number < currentStart || number >= currentStart + batch.rowCount()) {
            int index = batchOf(number);
            batch = store.batch(index);
            current = batch;
            currentStart = starts.getLong(index);
        }
        int row = (int) (number - currentStart);
        @Nullable Object[] values = new Object[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = batch.column(first + i).boxed(row);
        }
        return values;
    }

    private int batchOf(long number) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (starts.getLong(middle) <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public void close() {
        store.close();
        current = null;
    }
}
