package org.pgherd.semantics.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Grows a [FloatVector].
public final class FloatVectorBuilder extends VectorBuilder {
    private float[] values;

    public FloatVectorBuilder(int capacity) {
        values = new float[Math.max(capacity, 4)];
    }

    public void append(float value) {
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
            append((Float) value);
        }
    }

    @Override
    public void appendFrom(Vector source, int row) {
        if (source.isNull(row)) {
            appendNull();
        } else {
            append(((FloatVector) source).get(row));
        }
    }

    @Override
    public FloatVector build() {
        FloatVector built = new FloatVector(length, values, takeNulls());
        values = new float[values.length];
        length = 0;
        return built;
    }
}
