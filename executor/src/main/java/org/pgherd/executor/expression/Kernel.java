package org.pgherd.executor.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.BooleanVector;
import org.pgherd.semantics.vector.DoubleVector;
import org.pgherd.semantics.vector.FloatVector;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;

/// What generated classes extend; each overrides the one method of its [Shape.Purpose]. Holds no state of an execution.
abstract class Kernel {
    private Set<RowCode.Column> columns = Set.of();

    Kernel reading(Set<RowCode.Column> read) {
        columns = read;
        return this;
    }

    /// All outputs over all rows of a batch, or over those before the frame's failed row.
    Vector[] project(RowFrame frame, Batch batch) {
        throw new AssertionError("no projection");
    }

    /// Fills `selected` with the rows that pass, up to the frame's failed row, and gives their number.
    int select(RowFrame frame, Batch batch, int[] selected) {
        throw new AssertionError("no filter");
    }

    /// Whether the frame's rows pass.
    boolean test(RowFrame frame) {
        throw new AssertionError("no condition");
    }

    /// The value for the frame's rows, boxed.
    @Nullable
    Object value(RowFrame frame) {
        throw new AssertionError("no value");
    }

    /// Whether a batch's columns are in the carriers that the class was made for.
    boolean fits(Batch batch) {
        for (RowCode.Column column : columns) {
            if (column.inner() || !holds(batch, column)) {
                return false;
            }
        }
        return true;
    }

    boolean fits(RowFrame frame) {
        for (RowCode.Column column : columns) {
            if (!holds(column.inner() ? frame.inner : frame.outer, column)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Batch batch, RowCode.Column column) {
        return column.index() < batch.columnCount() && holds(batch.column(column.index()), column);
    }

    private static boolean holds(Vector vector, RowCode.Column column) {
        return switch (column.carrier()) {
            case BOOLEAN -> vector instanceof BooleanVector;
            case INT -> vector instanceof IntVector;
            case LONG -> vector instanceof LongVector;
            case FLOAT -> vector instanceof FloatVector;
            case DOUBLE -> vector instanceof DoubleVector;
            case REF -> vector instanceof RefVector;
        };
    }

    /// float.h:float8_cmp_internal: NaN equals itself and is above all; the zeros are equal.
    static int order(double a, double b) {
        if (a < b) {
            return -1;
        }
        if (a > b) {
            return 1;
        }
        return a == b ? 0 : Boolean.compare(Double.isNaN(a), Double.isNaN(b));
    }

    static int order(long a, long b) {
        return Long.compare(a, b);
    }
}
