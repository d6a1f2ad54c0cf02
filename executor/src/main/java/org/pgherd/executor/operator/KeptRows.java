package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// The rows of a volatile function whose parameters stay: the call is made once, and its rows are read again when the
/// scan begins anew (ExecReScanFunctionScan of nodeFunctionscan.c).
final class KeptRows {
    private final List<PlanColumn> columns;
    private final ExecutionState state;
    private @Nullable RowStore rows;

    KeptRows(List<PlanColumn> columns, ExecutionState state) {
        this.columns = columns;
        this.state = state;
    }

    boolean isFilled() {
        return rows != null;
    }

    void fill(@Nullable RowIterator source) {
        RowStore store = state.rowStore(columns);
        if (source != null) {
            try (source) {
                BatchBuilder out = new BatchBuilder(columns);
                while (source.next()) {
                    for (int c = 0; c < columns.size(); c++) {
                        out.column(c).appendBoxed(source.get(c));
                    }
                    out.endRow();
                    if (out.isFull()) {
                        add(store, out);
                    }
                }
                add(store, out);
            }
        }
        rows = store;
    }

    private void add(RowStore store, BatchBuilder out) {
        state.cancel().check();
        Batch batch = out.take();
        if (batch != null) {
            store.add(batch);
        }
    }

    RowIterator read() {
        RowStore store = rows;
        if (store == null) {
            throw new AssertionError("the function was not called");
        }
        return new Reader(store);
    }

    private static final class Reader implements RowIterator {
        private final RowStore store;
        private @Nullable Batch batch;
        private int nextBatch;
        private int row;

        Reader(RowStore store) {
            this.store = store;
        }

        @Override
        public boolean next() {
            row++;
            Batch current = batch;
            while (current == null || row >= current.rowCount()) {
                if (nextBatch == store.batchCount()) {
                    return false;
                }
                current = store.batch(nextBatch++);
                batch = current;
                row = 0;
            }
            return true;
        }

        @Override
        public @Nullable Object get(int column) {
            Batch current = batch;
            if (current == null) {
                throw new AssertionError("no row");
            }
            return current.column(column).boxed(row);
        }
    }
}
