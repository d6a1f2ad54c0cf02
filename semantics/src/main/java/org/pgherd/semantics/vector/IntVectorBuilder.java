package org.pgherd.semantics.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Grows a [IntVector].
public final class IntVectorBuilder extends VectorBuilder {
    private int[] values;

    public IntVectorBuilder(int capacity) {
        values = new int[Math.max(capacity, 4)];
    }

    public void append(int value) {
        if (length == values.length) {
            values = Arrays.copyOf(values, length * 2);
        }
        values[length++] = value;
    }

    @Override
    public void appendNull() {
        setNull(length);
        append(0);
    }

    @Override
    public void appendBoxed(@Nullable Object value) {
        if (value == null) {
            appendNull();
        } else {
            append((Integer) value);
        }
    }

    @Override
    public void appendFrom(Vector source, int row) {
        if (source.isNull(row)) {
            appendNull();
        } else {
            append(((IntVector) source).get(row));
        }
    }

    @Override
    public IntVector build() {
        IntVector built = new IntVector(length, values, takeNulls());
        values = new int[values.length];
        length = 0;
        return built;
    }
}
