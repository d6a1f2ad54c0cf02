package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// Runs CteScan.
final class CteScanOperator implements Operator {
    private final CteStore store;
    private int position;

    CteScanOperator(CteStore store) {
        this.store = store;
    }

    @Override
    public void restart() {
        position = 0;
    }

    @Override
    public @Nullable Batch next() {
        Batch batch = store.batch(position);
        if (batch != null) {
            position++;
        }
        return batch;
    }

    @Override
    public void close() {}
}
