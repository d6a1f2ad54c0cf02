package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Runs TopN: keeps a few times the wanted rows and throws the rest away whenever that many have come.
final class TopNOperator extends SingleChild {
    private final RowOrder order;
    private final LimitCounts counts;
    private final List<PlanColumn> columns;
    private final ExecutionState state;
    private final RowFrame frame;
    private final RowBuffer rows;
    private @Nullable Batch result;
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
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        if (!computed) {
            computed = true;
            compute();
        }
        Batch all = result;
        if (all == null || position >= all.rowCount()) {
            return null;
        }
        int count = Math.min(Batch.DEFAULT_ROWS, all.rowCount() - position);
        Batch part = Gather.slice(all, position, count);
        position += count;
        return part;
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
        }
        if (offset < rows.rowCount()) {
            result = best(offset, wanted);
        }
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
        result = null;
        child.close();
    }
}
