package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.BatchProjection;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;

/// Runs Project.
final class ProjectOperator extends SingleChild {
    private final BatchProjection projection;
    private final RowFrame frame;
    private final ExecutionState state;

    ProjectOperator(Operator child, BatchProjection projection, ExecutionState state) {
        super(child);
        this.projection = projection;
        this.frame = new RowFrame(state);
        this.state = state;
    }

    @Override
    public @Nullable Batch next() {
        Batch batch = child.next();
        if (batch == null) {
            return null;
        }
        state.cancel().check();
        return new Batch(batch.rowCount(), projection.evaluate(frame, batch));
    }
}
