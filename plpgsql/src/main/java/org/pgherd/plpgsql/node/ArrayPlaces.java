package org.pgherd.plpgsql.node;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.array.ArraySize;
import org.pgherd.semantics.value.PgArray;

/// Elements of arrays read and replaced (array_set_element of arrayfuncs.c).
final class ArrayPlaces {
    private ArrayPlaces() {}

    static @Nullable Object get(PgArray array, int[] indexes) {
        int at = array.ndims() == indexes.length ? offset(array, indexes) : -1;
        return at < 0 ? null : array.get(at);
    }

    private static int offset(PgArray array, int[] indexes) {
        int at = 0;
        for (int i = 0; i < indexes.length; i++) {
            int index = indexes[i] - array.lowerBounds()[i];
            if (index < 0 || index >= array.dims()[i]) {
                return -1;
            }
            at = at * array.dims()[i] + index;
        }
        return at;
    }

    static PgArray with(PgArray array, int[] indexes, @Nullable Object value) {
        if (array.ndims() == 0) {
            int[] dims = new int[indexes.length];
            java.util.Arrays.fill(dims, 1);
            return new PgArray(array.elementOid(), dims, indexes.clone(), new @Nullable Object[] {value});
        }
        if (array.ndims() != indexes.length) {
            throw new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
        }
        if (indexes.length == 1) {
            return inLine(array, indexes[0], value);
        }
        int at = offset(array, indexes);
        if (at < 0) {
            throw new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "array subscript out of range");
        }
        @Nullable Object[] elements = array.elements().clone();
        elements[at] = value;
        return new PgArray(array.elementOid(), array.dims(), array.lowerBounds(), elements);
    }

    /// One dimension grows as needed.
    private static PgArray inLine(PgArray array, int index, @Nullable Object value) {
        int lower = Math.min(array.lowerBounds()[0], index);
        long upper = Math.max((long) array.lowerBounds()[0] + array.dims()[0] - 1, index);
        long size = upper - lower + 1;
        int[] dims = {ArraySize.elements(size)};
        ArraySize.checkBounds(dims, new int[] {lower});
        @Nullable Object[] elements = new Object[dims[0]];
        System.arraycopy(array.elements(), 0, elements, array.lowerBounds()[0] - lower, array.dims()[0]);
        elements[index - lower] = value;
        return new PgArray(array.elementOid(), dims, new int[] {lower}, elements);
    }
}
