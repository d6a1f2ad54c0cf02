package org.pgherd.semantics.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An array of any dimension. Immutable: the arrays given are taken over.
///
/// @param elementOid type of the elements
/// @param dims lengths, outermost first; none for an empty array
/// @param lowerBounds as many
/// @param elements boxed in row-major order, null for NULL
public record PgArray(
        int elementOid,
        int[] dims,
        int[] lowerBounds,
        @Nullable Object[] elements) {
    private static final int[] NO_DIMS = {};

    public PgArray {
        assert dims.length == lowerBounds.length;
        assert product(dims) == elements.length : "dimensions do not fit the elements";
    }

    private static int product(int[] dims) {
        int n = dims.length == 0 ? 0 : 1;
        for (int d : dims) {
            n *= d;
        }
        return n;
    }

    public static PgArray empty(int elementOid) {
        return new PgArray(elementOid, NO_DIMS, NO_DIMS, new Object[0]);
    }

    /// One dimension, lower bound 1.
    public static PgArray of(int elementOid, @Nullable Object... elements) {
        return elements.length == 0
                ? empty(elementOid)
                : new PgArray(elementOid, new int[] {elements.length}, new int[] {1}, elements);
    }

    public int ndims() {
        return dims.length;
    }

    /// Number of elements over all dimensions.
    public int size() {
        return elements.length;
    }

    public @Nullable Object get(int index) {
        return elements[index];
    }

    public boolean hasNulls() {
        for (Object e : elements) {
            if (e == null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PgArray a
                && elementOid == a.elementOid
                && Arrays.equals(dims, a.dims)
                && Arrays.equals(lowerBounds, a.lowerBounds)
                && Arrays.equals(elements, a.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }

    @Override
    public String toString() {
        return Arrays.toString(elements);
    }
}
