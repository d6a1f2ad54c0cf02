package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.vector.Batch;

/// Runs WorkTableScan.
final class WorkTableOperator implements Operator {
    private final WorkTable table;
    private int position;

    WorkTableOperator(WorkTable table) {
        this.table = table;
    }

    @Override
    public void restart() {
        position = 0;
    }

    @Override
    public @Nullable Batch next() {
        RowStore rows = table.rows;
        return rows != null && position < rows.batchCount() ? rows.batch(position++) : null;
    }

    @Override
    public void close() {}
}
