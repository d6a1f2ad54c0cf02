package org.pgherd.semantics.vector;

import org.jspecify.annotations.Nullable;

/// A column of ints. Slots of NULLs hold anything.
public final class IntVector extends Vector {
    private final int[] values;

    /// Takes over the arrays.
    public IntVector(int length, int[] values, boolean @Nullable [] nulls) {
        super(length, nulls);
        assert values.length >= length;
        this.values = values;
    }

    /// Valid up to [#length].
    public int[] values() {
        return values;
    }

    public int get(int row) {
        return values[row];
    }

    @Override
    public @Nullable Object boxed(int row) {
        return isNull(row) ? null : values[row];
    }

    @Override
    public IntVector gather(int[] rows, int count) {
        int[] picked = new int[count];
        for (int i = 0; i < count; i++) {
            picked[i] = values[rows[i]];
        }
        return new IntVector(count, picked, gatherNulls(rows, count));
    }

    @Override
    public IntVector slice(int from, int count) {
        int[] part = new int[count];
        System.arraycopy(values, from, part, 0, count);
        return new IntVector(count, part, sliceNulls(from, count));
    }
}
