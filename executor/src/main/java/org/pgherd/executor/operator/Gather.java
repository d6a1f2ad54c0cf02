package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.BooleanVector;
import org.pgherd.semantics.vector.DoubleVector;
import org.pgherd.semantics.vector.FloatVector;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Picks rows out of batches.
final class Gather {
    private Gather() {}

    static Batch rows(Batch batch, int[] rows, int count) {
        Vector[] picked = new Vector[batch.columnCount()];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = batch.column(i).gather(rows, count);
        }
        return new Batch(count, picked);
    }

    static Batch slice(Batch batch, int from, int count) {
        if (from == 0 && count == batch.rowCount()) {
            return batch;
        }
        Vector[] part = new Vector[batch.columnCount()];
        for (int i = 0; i < part.length; i++) {
            part[i] = batch.column(i).slice(from, count);
        }
        return new Batch(count, part);
    }

    /// As [Vector#gather], where row -1 stands for NULL.
    static Vector orNull(Vector source, int[] rows, int count) {
        VectorBuilder out = emptyLike(source, count);
        for (int i = 0; i < count; i++) {
            if (rows[i] < 0) {
                out.appendNull();
            } else {
                out.appendFrom(source, rows[i]);
            }
        }
        return out.build();
    }

    /// All rows of a store as one batch.
    static Batch concatenate(RowStore rows, List<PlanColumn> columns) {
        if (rows.batchCount() == 1) {
            return rows.batch(0);
        }
        VectorBuilder[] builders = BatchBuilder.builders(columns, (int) rows.rowCount());
        for (int i = 0; i < rows.batchCount(); i++) {
            Batch batch = rows.batch(i);
            for (int c = 0; c < builders.length; c++) {
                Vector column = batch.column(c);
                for (int row = 0; row < batch.rowCount(); row++) {
                    builders[c].appendFrom(column, row);
                }
            }
        }
        Vector[] whole = new Vector[builders.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = builders[i].build();
        }
        return new Batch((int) rows.rowCount(), whole);
    }

    static @Nullable Object[] row(Batch batch, int row) {
        @Nullable Object[] values = new Object[batch.columnCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = batch.column(i).boxed(row);
        }
        return values;
    }

    private static VectorBuilder emptyLike(Vector source, int capacity) {
        return VectorBuilder.of(
                switch (source) {
                    case BooleanVector _ -> Carrier.BOOLEAN;
                    case IntVector _ -> Carrier.INT;
                    case LongVector _ -> Carrier.LONG;
                    case FloatVector _ -> Carrier.FLOAT;
                    case DoubleVector _ -> Carrier.DOUBLE;
                    case RefVector _ -> Carrier.REF;
                },
                capacity);
    }
}
