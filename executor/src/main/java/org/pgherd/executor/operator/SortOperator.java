package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Runs Sort.
final class SortOperator extends SingleChild {
    private final ExternalSort sort;
    private boolean sorted;

    SortOperator(Operator child, RowOrder order, List<PlanColumn> columns, ExecutionState state) {
        super(child);
        this.sort = new ExternalSort(order, columns, state);
        state.onClose(sort);
    }

    @Override
    public void restart() {
        sort.clear();
        sorted = false;
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        if (!sorted) {
            sorted = true;
            for (Batch batch = child.next(); batch != null; batch = child.next()) {
                sort.add(batch);
            }
            child.close();
            sort.finish();
        }
        return sort.next();
    }

    @Override
    public void close() {
        sort.close();
        child.close();
    }
}
