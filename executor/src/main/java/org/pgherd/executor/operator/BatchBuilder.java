package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Grows a batch row by row.
final class BatchBuilder {
    private final VectorBuilder[] columns;
    private int rows;

    BatchBuilder(List<PlanColumn> columns) {
        this(builders(columns, Batch.DEFAULT_ROWS));
    }

    BatchBuilder(VectorBuilder[] columns) {
        this.columns = columns;
    }

    static VectorBuilder[] builders(List<PlanColumn> columns, int capacity) {
        VectorBuilder[] builders = new VectorBuilder[columns.size()];
        for (int i = 0; i < builders.length; i++) {
            builders[i] = VectorBuilder.of(columns.get(i).type().carrier(), capacity);
        }
        return builders;
    }

    /// A row of another batch with these columns.
    void append(Batch batch, int row) {
        for (int i = 0; i < columns.length; i++) {
            columns[i].appendFrom(batch.column(i), row);
        }
        rows++;
    }

    void append(@Nullable Object[] values) {
        for (int i = 0; i < columns.length; i++) {
            columns[i].appendBoxed(values[i]);
        }
        rows++;
    }

    /// The row's columns have been appended one by one.
    void endRow() {
        rows++;
    }

    VectorBuilder column(int index) {
        return columns[index];
    }

    int rowCount() {
        return rows;
    }

    boolean isFull() {
        return rows >= Batch.DEFAULT_ROWS;
    }

    /// The rows so far; null if there are none.
    @Nullable
    Batch take() {
        if (rows == 0) {
            return null;
        }
        Vector[] built = new Vector[columns.length];
        for (int i = 0; i < built.length; i++) {
            built[i] = columns[i].build();
        }
        Batch batch = new Batch(rows, built);
        rows = 0;
        return batch;
    }
}
