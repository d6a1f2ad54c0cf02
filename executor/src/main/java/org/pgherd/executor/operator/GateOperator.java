package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.Evaluator;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;

/// Runs Gate.
final class GateOperator extends SingleChild {
    private final Evaluator[] quals;
    private final RowFrame frame;
    private boolean decided;
    private boolean open;

    GateOperator(Operator child, Evaluator[] quals, ExecutionState state) {
        super(child);
        this.quals = quals;
        this.frame = new RowFrame(state);
    }

    @Override
    public void restart() {
        decided = false;
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        if (!decided) {
            open = holds();
            decided = true;
        }
        return open ? child.next() : null;
    }

    private boolean holds() {
        for (Evaluator qual : quals) {
            if (!Boolean.TRUE.equals(qual.evaluate(frame))) {
                return false;
            }
        }
        return true;
    }
}
