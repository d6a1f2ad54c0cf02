package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.executor.MemoryAccount;
import org.pgherd.executor.spill.BatchMemory;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// Rows kept in memory, charged to the statement.
final class RowBuffer implements AutoCloseable {
    private final MemoryAccount memory;
    private final List<Batch> batches = new ArrayList<>();
    private int rows;
    private long bytes;

    RowBuffer(MemoryAccount memory) {
        this.memory = memory;
    }

    void add(Batch batch) {
        long size = BatchMemory.of(batch);
        memory.reserve(size);
        bytes += size;
        batches.add(batch);
        rows += batch.rowCount();
    }

    /// Whether the rows had better go to a file, counted with what else the operator needs per row.
    boolean isFull(int bytesPerRow) {
        return memory.isFull(bytes + (long) rows * bytesPerRow);
    }

    int rowCount() {
        return rows;
    }

    int batchCount() {
        return batches.size();
    }

    Batch batch(int index) {
        return batches.get(index);
    }

    /// All rows as one batch, in order; the buffer then holds just that.
    ///
    /// @param columns empty builders, as no rows do not tell what columns there are
    Batch concatenate(VectorBuilder[] columns) {
        if (batches.size() == 1) {
            return batches.getFirst();
        }
        Vector[] whole = new Vector[columns.length];
        for (int c = 0; c < columns.length; c++) {
            VectorBuilder out = columns[c];
            for (Batch batch : batches) {
                Vector column = batch.column(c);
                for (int row = 0; row < batch.rowCount(); row++) {
                    out.appendFrom(column, row);
                }
            }
            whole[c] = out.build();
        }
        Batch one = new Batch(rows, whole);
        batches.clear();
        batches.add(one);
        return one;
    }

    void clear() {
        memory.release(bytes);
        bytes = 0;
        rows = 0;
        batches.clear();
    }

    @Override
    public void close() {
        clear();
    }
}
