package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.expression.SetExpression;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Runs ProjectSet (nodeProjectSet.c).
final class ProjectSetOperator extends SingleChild {
    private final SetExpression[] expressions;
    private final List<PlanColumn> columns;
    private final ExecutionState state;
    private final RowFrame frame;
    private @Nullable Batch input;
    private int row;
    private boolean inRow;
    private final DelayedError delayed = new DelayedError();
    private final @Nullable RowIterator[] sets;
    private final @Nullable Object[] values;

    ProjectSetOperator(Operator child, SetExpression[] expressions, List<PlanColumn> columns, ExecutionState state) {
        super(child);
        this.expressions = expressions;
        this.columns = columns;
        this.state = state;
        this.frame = new RowFrame(state);
        this.sets = new RowIterator[expressions.length];
        this.values = new Object[expressions.length];
    }

    @Override
    public void restart() {
        delayed.forget();
        endRow();
        input = null;
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        delayed.raise();
        BatchBuilder out = new BatchBuilder(columns);
        try {
            fill(out);
        } catch (SqlException e) {
            delayed.keep(e, out.rowCount() > 0);
        }
        return out.take();
    }

    private void fill(BatchBuilder out) {
        while (!out.isFull()) {
            if (!inRow && !startRow()) {
                break;
            }
            if ((out.rowCount() & 0xff) == 0) {
                state.cancel().check();
            }
            if (!appendRow(out)) {
                endRow();
                row++;
            }
        }
    }

    private boolean startRow() {
        Batch batch = input;
        if (batch == null || row >= batch.rowCount()) {
            batch = child.next();
            input = batch;
            row = 0;
            if (batch == null) {
                return false;
            }
        }
        frame.at(batch, row);
        for (int i = 0; i < sets.length; i++) {
            if (expressions[i].isSet()) {
                sets[i] = expressions[i].rows(frame);
            } else {
                values[i] = expressions[i].value(frame);
            }
        }
        inRow = true;
        return true;
    }

    /// False if all sets have ended.
    private boolean appendRow(BatchBuilder out) {
        boolean any = false;
        for (int i = 0; i < sets.length; i++) {
            RowIterator set = sets[i];
            if (set == null) {
                if (expressions[i].isSet()) {
                    values[i] = null;
                }
                continue;
            }
            if (set.next()) {
                any = true;
                values[i] = expressions[i].current(set);
            } else {
                set.close();
                sets[i] = null;
                values[i] = null;
            }
        }
        if (any) {
            out.append(values);
        }
        return any;
    }

    private void endRow() {
        for (int i = 0; i < sets.length; i++) {
            RowIterator set = sets[i];
            if (set != null) {
                set.close();
                sets[i] = null;
            }
        }
        inRow = false;
    }

    @Override
    public void close() {
        endRow();
        input = null;
        child.close();
    }
}
