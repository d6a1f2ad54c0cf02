package org.pgherd.semantics.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Grows a [RefVector].
public final class RefVectorBuilder extends VectorBuilder {
    private @Nullable Object[] values;

    public RefVectorBuilder(int capacity) {
        values = new Object[Math.max(capacity, 4)];
    }

    public void append(Object value) {
        put(value);
    }

    private void put(@Nullable Object value) {
        if (length == values.length) {
            values = Arrays.copyOf(values, length * 2);
        }
        values[length++] = value;
    }

    @Override
    public void appendNull() {
        setNull(length);
        put(null);
    }

    @Override
    public void appendBoxed(@Nullable Object value) {
        if (value == null) {
            appendNull();
        } else {
            put(value);
        }
    }

    @Override
    public void appendFrom(Vector source, int row) {
        appendBoxed(source.boxed(row));
    }

    @Override
    public RefVector build() {
        RefVector built = new RefVector(length, values, takeNulls());
        values = new Object[values.length];
        length = 0;
        return built;
    }
}
