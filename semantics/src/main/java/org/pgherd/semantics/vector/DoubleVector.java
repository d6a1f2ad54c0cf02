package org.pgherd.semantics.vector;

import org.jspecify.annotations.Nullable;

/// A column of doubles. Slots of NULLs hold anything.
public final class DoubleVector extends Vector {
    private final double[] values;

    /// Takes over the arrays.
    public DoubleVector(int length, double[] values, boolean @Nullable [] nulls) {
        super(length, nulls);
        assert values.length >= length;
        this.values = values;
    }

    /// Valid up to [#length].
    public double[] values() {
        return values;
    }

    public double get(int row) {
        return values[row];
    }

    @Override
    public @Nullable Object boxed(int row) {
        return isNull(row) ? null : values[row];
    }

    @Override
    public DoubleVector gather(int[] rows, int count) {
        double[] picked = new double[count];
        for (int i = 0; i < count; i++) {
            picked[i] = values[rows[i]];
        }
        return new DoubleVector(count, picked, gatherNulls(rows, count));
    }

    @Override
    public DoubleVector slice(int from, int count) {
        double[] part = new double[count];
        System.arraycopy(values, from, part, 0, count);
        return new DoubleVector(count, part, sliceNulls(from, count));
    }
}
