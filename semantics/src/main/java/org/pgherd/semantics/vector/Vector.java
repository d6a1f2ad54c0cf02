package org.pgherd.semantics.vector;

import org.jspecify.annotations.Nullable;

/// A column of values of one carrier. Immutable once handed on.
public abstract sealed class Vector permits BooleanVector, IntVector, LongVector, FloatVector, DoubleVector, RefVector {
    private final int length;
    private final boolean @Nullable [] nulls;

    Vector(int length, boolean @Nullable [] nulls) {
        assert nulls == null || nulls.length >= length;
        this.length = length;
        this.nulls = nulls;
    }

    public final int length() {
        return length;
    }

    /// True where the value is NULL; null if no value is.
    public final boolean @Nullable [] nulls() {
        return nulls;
    }

    public final boolean isNull(int row) {
        return nulls != null && nulls[row];
    }

    /// The value as an object, null for NULL. Not for hot loops over primitives.
    public abstract @Nullable Object boxed(int row);

    /// The first `count` of the given rows, in that order; rows may repeat.
    public abstract Vector gather(int[] rows, int count);

    /// A copy of a range.
    public abstract Vector slice(int from, int count);

    final boolean @Nullable [] gatherNulls(int[] rows, int count) {
        if (nulls == null) {
            return null;
        }
        boolean[] picked = new boolean[count];
        for (int i = 0; i < count; i++) {
            picked[i] = nulls[rows[i]];
        }
        return picked;
    }

    final boolean @Nullable [] sliceNulls(int from, int count) {
        if (nulls == null) {
            return null;
        }
        boolean[] part = new boolean[count];
        System.arraycopy(nulls, from, part, 0, count);
        return part;
    }
}
