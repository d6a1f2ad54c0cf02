package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;

/// Runs Limit. Once it has its rows the child is closed, so that shards stop.
final class LimitOperator extends SingleChild {
    private final LimitCounts counts;
    private final @Nullable RowOrder ties;
    private final ExecutionState state;
    private final RowFrame frame;
    private boolean started;
    private boolean done;
    private long toSkip;
    private long toPass;
    /// WITH TIES: the last row that counted.
    private @Nullable Batch lastBatch;
    private int lastRow;

    LimitOperator(Operator child, LimitCounts counts, @Nullable RowOrder ties, ExecutionState state) {
        super(child);
        this.counts = counts;
        this.ties = ties;
        this.state = state;
        this.frame = new RowFrame(state);
    }

    @Override
    public void restart() {
        started = false;
        done = false;
        lastBatch = null;
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        if (!started) {
            started = true;
            // OFFSET first, as its error comes first
            toSkip = counts.offset(frame);
            toPass = counts.count(frame);
        }
        while (!done) {
            state.cancel().check();
            if (toPass == 0 && lastBatch == null) {
                return finish();
            }
            Batch batch = child.next();
            if (batch == null) {
                done = true;
                return null;
            }
            if (toSkip >= batch.rowCount()) {
                toSkip -= batch.rowCount();
                continue;
            }
            int from = (int) toSkip;
            toSkip = 0;
            Batch passed = pass(batch, from);
            if (passed != null) {
                return passed;
            }
        }
        return null;
    }

    private @Nullable Batch pass(Batch batch, int from) {
        int count = (int) Math.min(toPass, batch.rowCount() - from);
        toPass -= count;
        int end = from + count;
        RowOrder order = ties;
        if (toPass == 0 && order != null) {
            Batch last = lastBatch;
            int row = lastRow;
            if (count > 0) {
                last = batch;
                row = end - 1;
                lastBatch = batch;
                lastRow = row;
            }
            while (last != null && end < batch.rowCount() && order.compare(last, row, batch, end) == 0) {
                end++;
            }
        }
        if (end < batch.rowCount() || toPass == 0 && order == null) {
            Batch ignored = finish();
        }
        return end == from ? null : Gather.slice(batch, from, end - from);
    }

    private @Nullable Batch finish() {
        done = true;
        child.close();
        return null;
    }
}
