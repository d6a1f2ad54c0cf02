package org.pgherd.semantics.vector;

import org.jspecify.annotations.Nullable;

/// A column of longs. Slots of NULLs hold anything.
public final class LongVector extends Vector {
    private final long[] values;

    /// Takes over the arrays.
    public LongVector(int length, long[] values, boolean @Nullable [] nulls) {
        super(length, nulls);
        assert values.length >= length;
        this.values = values;
    }

    /// Valid up to [#length].
    public long[] values() {
        return values;
    }

    public long get(int row) {
        return values[row];
    }

    @Override
    public @Nullable Object boxed(int row) {
        return isNull(row) ? null : values[row];
    }

    @Override
    public LongVector gather(int[] rows, int count) {
        long[] picked = new long[count];
        for (int i = 0; i < count; i++) {
            picked[i] = values[rows[i]];
        }
        return new LongVector(count, picked, gatherNulls(rows, count));
    }

    @Override
    public LongVector slice(int from, int count) {
        long[] part = new long[count];
        System.arraycopy(values, from, part, 0, count);
        return new LongVector(count, part, sliceNulls(from, count));
    }
}
