package org.pgherd.semantics.vector;

import org.jspecify.annotations.Nullable;

/// A column of floats. Slots of NULLs hold anything.
public final class FloatVector extends Vector {
    private final float[] values;

    /// Takes over the arrays.
    public FloatVector(int length, float[] values, boolean @Nullable [] nulls) {
        super(length, nulls);
        assert values.length >= length;
        this.values = values;
    }

    /// Valid up to [#length].
    public float[] values() {
        return values;
    }

    public float get(int row) {
        return values[row];
    }

    @Override
    public @Nullable Object boxed(int row) {
        return isNull(row) ? null : values[row];
    }

    @Override
    public FloatVector gather(int[] rows, int count) {
        float[] picked = new float[count];
        for (int i = 0; i < count; i++) {
            picked[i] = values[rows[i]];
        }
        return new FloatVector(count, picked, gatherNulls(rows, count));
    }

    @Override
    public FloatVector slice(int from, int count) {
        float[] part = new float[count];
        System.arraycopy(values, from, part, 0, count);
        return new FloatVector(count, part, sliceNulls(from, count));
    }
}
