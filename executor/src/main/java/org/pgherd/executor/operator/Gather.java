package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
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
