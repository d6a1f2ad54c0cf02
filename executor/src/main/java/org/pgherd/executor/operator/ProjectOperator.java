package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.BatchProjection;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;

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
    public void restart() {
        frame.clearFailure();
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        frame.throwFailure();
        Batch batch = child.next();
        if (batch == null) {
            return null;
        }
        state.cancel().check();
        Vector[] columns = projection.evaluate(frame, batch);
        if (!frame.hasFailed()) {
            return new Batch(batch.rowCount(), columns);
        }
        if (frame.doneRows() == 0) {
            frame.throwFailure();
        }
        return new Batch(frame.doneRows(), columns);
    }
}
