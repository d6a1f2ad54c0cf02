package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// Runs Distinct. Hashing keeps the first row of each key in the order they come, which serves sorted input too.
final class DistinctOperator extends SingleChild {
    private final KeyFilter filter;
    private final ExecutionState state;

    DistinctOperator(Operator child, KeyFilter filter, ExecutionState state) {
        super(child);
        this.filter = filter;
        this.state = state;
    }

    @Override
    public void restart() {
        filter.clear();
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        for (Batch batch = child.next(); batch != null; batch = child.next()) {
            state.cancel().check();
            Batch fresh = filter.firstSeen(batch);
            if (fresh != null) {
                return fresh;
            }
        }
        return null;
    }

    @Override
    public void close() {
        filter.clear();
        child.close();
    }
}
