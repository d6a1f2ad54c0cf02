package org.pgherd.semantics.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Grows a [DoubleVector].
public final class DoubleVectorBuilder extends VectorBuilder {
    private double[] values;

    public DoubleVectorBuilder(int capacity) {
        values = new double[Math.max(capacity, 4)];
    }

    public void append(double value) {
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
            append((Double) value);
        }
    }

    @Override
    public void appendFrom(Vector source, int row) {
        if (source.isNull(row)) {
            appendNull();
        } else {
            append(((DoubleVector) source).get(row));
        }
    }

    @Override
    public DoubleVector build() {
        DoubleVector built = new DoubleVector(length, values, takeNulls());
        values = new double[values.length];
        length = 0;
        return built;
    }
}
