package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.expression.Evaluator;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Runs Values.
final class ValuesOperator implements Operator {
    private final List<Evaluator[]> rows;
    private final List<PlanColumn> columns;
    private final RowFrame frame;
    private final DelayedError delayed = new DelayedError();
    private int position;

    ValuesOperator(List<Evaluator[]> rows, List<PlanColumn> columns, ExecutionState state) {
        this.rows = rows;
        this.columns = columns;
        this.frame = new RowFrame(state);
    }

    @Override
    public void restart() {
        position = 0;
        delayed.forget();
    }

    @Override
    public @Nullable Batch next() {
        delayed.raise();
        int first = position;
        BatchBuilder out = new BatchBuilder(BatchBuilder.builders(columns, Math.min(rows.size(), Batch.DEFAULT_ROWS)));
        while (position < rows.size() && !out.isFull()) {
            Evaluator[] row = rows.get(position);
            @Nullable Object[] values = new Object[row.length];
            try {
                for (int i = 0; i < row.length; i++) {
                    values[i] = row[i].evaluate(frame);
                }
            } catch (SqlException e) {
                delayed.keep(e, position > first);
                break;
            }
            position++;
            for (int i = 0; i < values.length; i++) {
                out.column(i).appendBoxed(values[i]);
            }
            out.endRow();
        }
        return out.take();
    }

    @Override
    public void close() {}
}
