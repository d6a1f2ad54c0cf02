package org.pgherd.semantics.vector;

import org.jspecify.annotations.Nullable;

/// A column of objects (`semantics.value`). A NULL has a null in its slot, and a mark in `nulls` as in every vector.
public final class RefVector extends Vector {
    private final @Nullable Object[] values;

    /// Takes over the arrays. `nulls` must mark exactly the nulls of `values`.
    public RefVector(int length, @Nullable Object[] values, boolean @Nullable [] nulls) {
        super(length, nulls);
        assert values.length >= length;
        this.values = values;
    }

    /// Finds the nulls.
    public static RefVector of(@Nullable Object... values) {
        boolean[] nulls = null;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                if (nulls == null) {
                    nulls = new boolean[values.length];
                }
                nulls[i] = true;
            }
        }
        return new RefVector(values.length, values, nulls);
    }

    /// Valid up to [#length].
    public @Nullable Object[] values() {
        return values;
    }

    public @Nullable Object get(int row) {
        return values[row];
    }

    @Override
    public @Nullable Object boxed(int row) {
        return values[row];
    }

    @Override
    public RefVector gather(int[] rows, int count) {
        @Nullable Object[] picked = new Object[count];
        for (int i = 0; i < count; i++) {
            picked[i] = values[rows[i]];
        }
        return new RefVector(count, picked, gatherNulls(rows, count));
    }

    @Override
    public RefVector slice(int from, int count) {
        @Nullable Object[] part = new Object[count];
        System.arraycopy(values, from, part, 0, count);
        return new RefVector(count, part, sliceNulls(from, count));
    }
}
