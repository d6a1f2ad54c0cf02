package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.BatchPredicate;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;

/// Runs Filter.
final class FilterOperator extends SingleChild {
    private final BatchPredicate predicate;
    private final RowFrame frame;
    private final ExecutionState state;
    private int[] selected = new int[Batch.DEFAULT_ROWS];

    FilterOperator(Operator child, BatchPredicate predicate, ExecutionState state) {
        super(child);
        this.predicate = predicate;
        this.frame = new RowFrame(state);
        this.state = state;
    }

    @Override
    public void restart() {
        frame.clearFailure();
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        frame.throwFailure();
        for (Batch batch = child.next(); batch != null; batch = child.next()) {
            state.cancel().check();
            if (selected.length < batch.rowCount()) {
                selected = new int[batch.rowCount()];
            }
            int count = predicate.select(frame, batch, selected);
            if (count == batch.rowCount()) {
                return batch;
            }
            if (count > 0) {
                return Gather.rows(batch, selected, count);
            }
            frame.throwFailure();
        }
        return null;
    }
}
