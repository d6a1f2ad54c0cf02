package org.pgherd.semantics.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Grows a [LongVector].
public final class LongVectorBuilder extends VectorBuilder {
    private long[] values;

    public LongVectorBuilder(int capacity) {
        values = new long[Math.max(capacity, 4)];
    }

    public void append(long value) {
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
            append((Long) value);
        }
    }

    @Override
    public void appendFrom(Vector source, int row) {
        if (source.isNull(row)) {
            appendNull();
        } else {
            append(((LongVector) source).get(row));
        }
    }

    @Override
    public LongVector build() {
        LongVector built = new LongVector(length, values, takeNulls());
        values = new long[values.length];
        length = 0;
        return built;
    }
}
