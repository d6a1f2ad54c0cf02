package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// Runs Distinct. Hashing keeps the first row of each key in the order they come, which serves sorted input too.
final class DistinctOperator extends SingleChild {
    private final DistinctRows filter;
    private final ExecutionState state;
    private boolean ended;

    DistinctOperator(Operator child, DistinctRows filter, ExecutionState state) {
        super(child);
        this.filter = filter;
        this.state = state;
    }

    @Override
    public void restart() {
        filter.clear();
        ended = false;
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        while (!ended) {
            state.cancel().check();
            Batch batch = child.next();
            if (batch == null) {
                ended = true;
                break;
            }
            Batch fresh = filter.firstSeen(batch);
            if (fresh != null) {
                return fresh;
            }
        }
        return filter.deferred();
    }

    @Override
    public void close() {
        filter.clear();
        child.close();
    }
}
