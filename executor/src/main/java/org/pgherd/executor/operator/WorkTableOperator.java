package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
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
        return position < table.rows.size() ? table.rows.get(position++) : null;
    }

    @Override
    public void close() {}
}
