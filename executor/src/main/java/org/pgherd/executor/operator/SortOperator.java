package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Runs Sort, in memory.
final class SortOperator extends SingleChild {
    private final RowOrder order;
    private final List<PlanColumn> columns;
    private final RowBuffer rows;
    private final ExecutionState state;
    private long @Nullable [] sorted;
    private int position;

    SortOperator(Operator child, RowOrder order, List<PlanColumn> columns, ExecutionState state) {
        super(child);
        this.order = order;
        this.columns = columns;
        this.state = state;
        this.rows = new RowBuffer(state.memory());
    }

    @Override
    public void restart() {
        rows.clear();
        sorted = null;
        position = 0;
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        long[] addresses = sorted;
        if (addresses == null) {
            rows.addAll(child, state);
            addresses = RowAddresses.of(rows);
            RowAddresses.sort(addresses, rows, order, state.cancel());
            sorted = addresses;
        }
        if (position == addresses.length) {
            return null;
        }
        state.cancel().check();
        BatchBuilder out = new BatchBuilder(columns);
        while (position < addresses.length && !out.isFull()) {
            long address = addresses[position++];
            out.append(RowAddresses.batch(address, rows), (int) address);
        }
        return out.take();
    }

    @Override
    public void close() {
        rows.close();
        sorted = new long[0];
        child.close();
    }
}
