package org.pgherd.semantics.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Grows a [BooleanVector].
public final class BooleanVectorBuilder extends VectorBuilder {
    private boolean[] values;

    public BooleanVectorBuilder(int capacity) {
        values = new boolean[Math.max(capacity, 4)];
    }

    public void append(boolean value) {
        if (length == values.length) {
            values = Arrays.copyOf(values, length * 2);
        }
        values[length++] = value;
    }

    @Override
    public void appendNull() {
        setNull(length);
        append(false);
    }

    @Override
    public void appendBoxed(@Nullable Object value) {
        if (value == null) {
            appendNull();
        } else {
            append((Boolean) value);
        }
    }

    @Override
    public void appendFrom(Vector source, int row) {
        if (source.isNull(row)) {
            appendNull();
        } else {
            append(((BooleanVector) source).get(row));
        }
    }

    @Override
    public BooleanVector build() {
        BooleanVector built = new BooleanVector(length, values, takeNulls());
        values = new boolean[values.length];
        length = 0;
        return built;
    }
}
