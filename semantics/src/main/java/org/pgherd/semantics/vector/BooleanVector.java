package org.pgherd.semantics.vector;

import org.jspecify.annotations.Nullable;

/// A column of booleans. Slots of NULLs hold anything.
public final class BooleanVector extends Vector {
    private final boolean[] values;

    /// Takes over the arrays.
    public BooleanVector(int length, boolean[] values, boolean @Nullable [] nulls) {
        super(length, nulls);
        assert values.length >= length;
        this.values = values;
    }

    /// Valid up to [#length].
    public boolean[] values() {
        return values;
    }

    public boolean get(int row) {
        return values[row];
    }

    @Override
    public @Nullable Object boxed(int row) {
        return isNull(row) ? null : values[row];
    }

    @Override
    public BooleanVector gather(int[] rows, int count) {
        boolean[] picked = new boolean[count];
        for (int i = 0; i < count; i++) {
            picked[i] = values[rows[i]];
        }
        return new BooleanVector(count, picked, gatherNulls(rows, count));
    }

    @Override
    public BooleanVector slice(int from, int count) {
        boolean[] part = new boolean[count];
        System.arraycopy(values, from, part, 0, count);
        return new BooleanVector(count, part, sliceNulls(from, count));
    }
}
