package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.BatchExpression;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// Runs Project. Rows are computed one after another, all columns of each, so that volatile functions and
/// errors come in PostgreSQL's order.
final class ProjectOperator extends SingleChild {
    private final BatchExpression[] expressions;
    private final RowFrame frame;
    private final ExecutionState state;
    private final boolean onlyColumns;

    ProjectOperator(Operator child, BatchExpression[] expressions, ExecutionState state) {
        super(child);
        this.expressions = expressions;
        this.frame = new RowFrame(state);
        this.state = state;
        boolean plain = true;
        for (BatchExpression expression : expressions) {
            plain &= expression.isColumn();
        }
        this.onlyColumns = plain;
    }

    @Override
    public @Nullable Batch next() {
        Batch batch = child.next();
        if (batch == null) {
            return null;
        }
        state.cancel().check();
        Vector[] columns = new Vector[expressions.length];
        if (onlyColumns || expressions.length == 1) {
            for (int i = 0; i < columns.length; i++) {
                columns[i] = expressions[i].evaluate(frame, batch);
            }
            return new Batch(batch.rowCount(), columns);
        }
        return byRow(batch, columns);
    }

    private Batch byRow(Batch batch, Vector[] columns) {
        int count = batch.rowCount();
        @Nullable VectorBuilder[] builders = new VectorBuilder[columns.length];
        for (int i = 0; i < columns.length; i++) {
            if (expressions[i].isColumn()) {
                columns[i] = expressions[i].evaluate(frame, batch);
            } else {
                builders[i] = VectorBuilder.of(expressions[i].carrier(), count);
            }
        }
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < columns.length; i++) {
                VectorBuilder builder = builders[i];
                if (builder != null) {
                    builder.appendBoxed(expressions[i].value(frame, batch, row));
                }
            }
        }
        for (int i = 0; i < columns.length; i++) {
            VectorBuilder builder = builders[i];
            if (builder != null) {
                columns[i] = builder.build();
            }
        }
        return new Batch(count, columns);
    }
}
