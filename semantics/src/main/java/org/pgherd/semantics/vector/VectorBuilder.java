package org.pgherd.semantics.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.Carrier;

/// Grows a [Vector]; [#build] hands it over and leaves the builder empty.
public abstract sealed class VectorBuilder
        permits BooleanVectorBuilder,
                IntVectorBuilder,
                LongVectorBuilder,
                FloatVectorBuilder,
                DoubleVectorBuilder,
                RefVectorBuilder {
    int length;
    private boolean @Nullable [] nulls;

    public static VectorBuilder of(Carrier carrier) {
        return of(carrier, Batch.DEFAULT_ROWS);
    }

    public static VectorBuilder of(Carrier carrier, int capacity) {
        return switch (carrier) {
            case BOOLEAN -> new BooleanVectorBuilder(capacity);
            case INT -> new IntVectorBuilder(capacity);
            case LONG -> new LongVectorBuilder(capacity);
            case FLOAT -> new FloatVectorBuilder(capacity);
            case DOUBLE -> new DoubleVectorBuilder(capacity);
            case REF -> new RefVectorBuilder(capacity);
        };
    }

    public final int length() {
        return length;
    }

    public abstract void appendNull();

    /// A value of the carrier's box, or null.
    public abstract void appendBoxed(@Nullable Object value);

    /// One value of a vector of the same carrier.
    public abstract void appendFrom(Vector source, int row);

    public abstract Vector build();

    final void setNull(int row) {
        boolean[] marks = nulls;
        if (marks == null) {
            marks = new boolean[Math.max(row + 1, 16)];
        } else if (row >= marks.length) {
            marks = Arrays.copyOf(marks, Math.max(row + 1, marks.length * 2));
        }
        marks[row] = true;
        nulls = marks;
    }

    final boolean @Nullable [] takeNulls() {
        boolean[] marks = nulls;
        nulls = null;
        return marks == null || marks.length >= length ? marks : Arrays.copyOf(marks, length);
    }
}
