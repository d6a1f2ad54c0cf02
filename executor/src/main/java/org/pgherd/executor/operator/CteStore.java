package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// The rows of a WITH query: read from its plan as its scans need them, kept for the other scans.
final class CteStore {
    private final Operator operator;
    private final ExecutionState state;
    private final boolean writes;
    private final List<Batch> rows = new ArrayList<>();
    private long bytes;
    private boolean started;
    private boolean complete;

    CteStore(Operator operator, boolean writes, ExecutionState state) {
        this.operator = operator;
        this.writes = writes;
        this.state = state;
    }

    /// Whether it must run to its end, whoever reads it.
    boolean writes() {
        return writes;
    }

    void restart() {
        rows.clear();
        state.memory().release(bytes);
        bytes = 0;
        started = false;
        complete = false;
    }

    /// The batch at a position; null if there are no more.
    @Nullable
    Batch batch(int index) {
        while (index >= rows.size() && !complete) {
            readOne();
        }
        return index < rows.size() ? rows.get(index) : null;
    }

    private void readOne() {
        if (!started) {
            started = true;
            operator.restart();
        }
        state.cancel().check();
        Batch batch = operator.next();
        if (batch == null) {
            complete = true;
            return;
        }
        long size = BatchMemory.of(batch);
        state.memory().reserve(size);
        bytes += size;
        rows.add(batch);
    }

    void readToEnd() {
        while (!complete) {
            readOne();
        }
    }

    void close() {
        operator.close();
        rows.clear();
        state.memory().release(bytes);
        bytes = 0;
    }
}
