package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// The rows of a WITH query: read from its plan as its scans need them, kept for the other scans.
final class CteStore {
    private final Operator operator;
    private final ExecutionState state;
    private final boolean writes;
    private final RowStore rows;
    private final PlanDependencies dependencies;
    private KeyValues.@Nullable Tuple readWith;
    private boolean started;
    private boolean complete;
    private int run;

    CteStore(
            Operator operator,
            boolean writes,
            PlanDependencies dependencies,
            List<PlanColumn> columns,
            ExecutionState state) {
        this.dependencies = dependencies;
        this.operator = operator;
        this.writes = writes;
        this.state = state;
        this.rows = state.rowStore(columns);
    }

    /// Whether it must run to its end, whoever reads it.
    boolean writes() {
        return writes;
    }

    /// The query around begins anew: the rows stay as long as nothing has changed that they depend on.
    void restart() {
        KeyValues.Tuple now = dependencies.current();
        if (!now.equals(readWith)) {
            readWith = now;
            rows.clear();
            started = false;
            complete = false;
            run++;
        }
    }

    /// Counts how often the rows have become others.
    int run() {
        return run;
    }

    /// The batch at a position; null if there are no more.
    @Nullable
    Batch batch(int index) {
        while (index >= rows.batchCount() && !complete) {
            readOne();
        }
        return index < rows.batchCount() ? rows.batch(index) : null;
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
    }
}
