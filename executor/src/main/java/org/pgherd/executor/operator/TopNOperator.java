package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Runs TopN: keeps a few times the wanted rows and throws the rest away whenever that many have come. If the wanted
/// ones alone do not fit, all rows are sorted by way of a file.
final class TopNOperator extends SingleChild {
    private static final int BYTES_PER_ROW = 16;

    private final RowOrder order;
    private final LimitCounts counts;
    private final List<PlanColumn> columns;
    private final ExecutionState state;
    private final RowFrame frame;
    private final RowBuffer rows;
    private @Nullable ExternalSort sort;
    private @Nullable Batch result;
    private long toSkip;
    private long toPass;
    private boolean computed;
    private int position;

    TopNOperator(Operator child, RowOrder order, LimitCounts counts, List<PlanColumn> columns, ExecutionState state) {
        super(child);
        this.order = order;
        this.counts = counts;
        this.columns = columns;
        this.state = state;
        this.frame = new RowFrame(state);
        this.rows = new RowBuffer(state.memory());
    }

    @Override
    public void restart() {
        computed = false;
        result = null;
        position = 0;
        rows.clear();
        closeSort();
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        if (!computed) {
            computed = true;
            compute();
        }
        ExternalSort all = sort;
        return all == null ? fromResult() : fromSort(all);
    }

    private @Nullable Batch fromSort(ExternalSort sorted) {
        while (toPass > 0) {
            Batch batch = sorted.next();
            if (batch == null) {
                return null;
            }
            int from = (int) Math.min(toSkip, batch.rowCount());
            toSkip -= from;
            int count = (int) Math.min(toPass, batch.rowCount() - from);
            if (count > 0) {
                toPass -= count;
                return Gather.slice(batch, from, count);
            }
        }
        return null;
    }

    private @Nullable Batch fromResult() {
        Batch all = result;
        if (all == null || position >= all.rowCount()) {
            return null;
        }
        int count = Math.min(Batch.DEFAULT_ROWS, all.rowCount() - position);
        Batch part = Gather.slice(all, position, count);
        position += count;
        return part;
    }

    private void closeSort() {
        ExternalSort all = sort;
        if (all != null) {
            all.close();
            sort = null;
        }
    }

    private void compute() {
        long offset = counts.offset(frame);
        long count = counts.count(frame);
        if (count == 0) {
            child.close();
            return;
        }
        long wanted = count == Long.MAX_VALUE ? Long.MAX_VALUE : Math.addExact(offset, count);
        long limit = Math.max(wanted == Long.MAX_VALUE ? wanted : Math.min(wanted, 1L << 40) * 2, 8192);
        for (Batch batch = child.next(); batch != null; batch = child.next()) {
            state.cancel().check();
            rows.add(batch);
            if (rows.rowCount() > limit) {
                Batch best = best(0, wanted);
                rows.clear();
                rows.add(best);
            }
            if (rows.isFull(BYTES_PER_ROW)) {
                sortAll(offset, count);
                return;
            }
        }
        if (offset < rows.rowCount()) {
            result = best(offset, wanted);
        }
    }

    /// The wanted rows are too many to be kept.
    private void sortAll(long offset, long count) {
        ExternalSort all = new ExternalSort(order, columns, state);
        sort = all;
        state.onClose(all);
        for (int i = 0; i < rows.batchCount(); i++) {
            all.add(rows.batch(i));
        }
        rows.clear();
        for (Batch batch = child.next(); batch != null; batch = child.next()) {
            all.add(batch);
        }
        all.finish();
        toSkip = offset;
        toPass = count;
    }

    private Batch best(long from, long to) {
        long[] addresses = RowAddresses.of(rows);
        RowAddresses.sort(addresses, rows, order, state.cancel());
        BatchBuilder out = new BatchBuilder(columns);
        for (int i = (int) from; i < Math.min(to, addresses.length); i++) {
            out.append(RowAddresses.batch(addresses[i], rows), (int) addresses[i]);
        }
        Batch best = out.take();
        if (best == null) {
            throw new AssertionError("no rows");
        }
        return best;
    }

    @Override
    public void close() {
        rows.close();
        closeSort();
        result = null;
        child.close();
    }
}
