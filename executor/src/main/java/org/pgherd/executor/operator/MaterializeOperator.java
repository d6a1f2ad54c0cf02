package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Runs Materialize: the child's rows are kept as they are first read. A restart after something has changed that
/// they depend on runs the child again.
final class MaterializeOperator extends SingleChild {
    private final ExecutionState state;
    private final RowStore rows;
    private int position;
    private boolean started;
    private boolean complete;
    private final PlanDependencies dependencies;
    private KeyValues.@Nullable Tuple readWith;

    MaterializeOperator(Operator child, PlanDependencies dependencies, List<PlanColumn> columns, ExecutionState state) {
        super(child);
        this.state = state;
        this.dependencies = dependencies;
        this.rows = state.rowStore(columns);
    }

    @Override
    public void restart() {
        position = 0;
        KeyValues.Tuple now = dependencies.current();
        if (!started || !now.equals(readWith)) {
            rows.clear();
            complete = false;
            started = true;
            readWith = now;
            child.restart();
        }
    }

    @Override
    public @Nullable Batch next() {
        if (position < rows.batchCount()) {
            return rows.batch(position++);
        }
        if (complete) {
            return null;
        }
        state.cancel().check();
        Batch batch = child.next();
        if (batch == null) {
            complete = true;
            return null;
        }
        rows.add(batch);
        position++;
        return batch;
    }

    @Override
    public void close() {
        rows.close();
        child.close();
        started = false;
    }
}
