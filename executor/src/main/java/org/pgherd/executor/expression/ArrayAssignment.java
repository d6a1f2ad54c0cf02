package org.pgherd.executor.expression;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.PgArray;

/// `array[i] := value` and slices. Transplants arrayfuncs.c:array_set_element and array_set_slice.
final class ArrayAssignment {
    private ArrayAssignment() {}

    static Evaluator compile(
            int elementOid,
            Evaluator container,
            List<@Nullable Evaluator> upper,
            List<@Nullable Evaluator> lower,
            Evaluator assigned) {
        return frame -> {
            PgArray array = (PgArray) container.evaluate(frame);
            PgArray old = array == null ? PgArray.empty(elementOid) : array;
            Object around = frame.caseValue;
            try {
                if (lower.isEmpty()) {
                    int[] at = bounds(frame, upper, old, true);
                    int offset = Subscripts.offset(old, at);
                    frame.caseValue = offset < 0 ? null : old.get(offset);
                    return setElement(elementOid, old, at, assigned.evaluate(frame));
                }
                int[] from = bounds(frame, lower, old, false);
                int[] to = bounds(frame, upper, old, true);
                PgArray source = (PgArray) assigned.evaluate(frame);
                // assigning NULL to a slice changes nothing
                return source == null ? array : setSlice(elementOid, old, from, to, source);
            } finally {
                frame.caseValue = around;
            }
        };
    }

    private static int[] bounds(RowFrame frame, List<@Nullable Evaluator> subscripts, PgArray old, boolean upper) {
        int[] at = new int[subscripts.size()];
        for (int i = 0; i < at.length; i++) {
            Evaluator subscript = subscripts.get(i);
            if (subscript == null) {
                if (old.ndims() <= i) {
                    throw new SqlException(
                                    SqlState.ARRAY_SUBSCRIPT_ERROR,
                                    "array slice subscript must provide both boundaries")
                            .withDetail("When assigning to a slice of an empty array value, slice boundaries must be"
                                    + " fully specified.");
                }
                at[i] = old.lowerBounds()[i] + (upper ? old.dims()[i] - 1 : 0);
                continue;
            }
            Object value = subscript.evaluate(frame);
            if (value == null) {
                throw new SqlException(
                        SqlState.NULL_VALUE_NOT_ALLOWED, "array subscript in assignment must not be null");
            }
            at[i] = (Integer) value;
        }
        return at;
    }

    private static PgArray setElement(int elementOid, PgArray old, int[] at, @Nullable Object value) {
        if (old.ndims() == 0) {
            int[] ones = new int[at.length];
            Arrays.fill(ones, 1);
            return new PgArray(elementOid, ones, at.clone(), new Object[] {value});
        }
        if (old.ndims() != at.length) {
            throw outOfRange("wrong number of array subscripts");
        }
        int offset = Subscripts.offset(old, at);
        if (offset >= 0) {
            @Nullable Object[] elements = old.elements().clone();
            elements[offset] = value;
            return new PgArray(elementOid, old.dims(), old.lowerBounds(), elements);
        }
        if (at.length != 1) {
            throw outOfRange("array subscript out of range");
        }
        return extend(elementOid, old, at[0], at[0], new Object[] {value});
    }

    private static PgArray setSlice(int elementOid, PgArray old, int[] from, int[] to, PgArray source) {
        int count = 1;
        for (int i = 0; i < from.length; i++) {
            if (from[i] > to[i]) {
                throw outOfRange("upper bound cannot be less than lower bound");
            }
            count *= to[i] - from[i] + 1;
        }
        if (source.size() < count) {
            throw outOfRange("source array too small");
        }
        @Nullable Object[] values = Arrays.copyOf(source.elements(), count);
        if (old.ndims() == 0) {
            int[] dims = new int[from.length];
            for (int i = 0; i < dims.length; i++) {
                dims[i] = to[i] - from[i] + 1;
            }
            return new PgArray(elementOid, dims, from.clone(), values);
        }
        if (old.ndims() < from.length) {
            throw outOfRange("wrong number of array subscripts");
        }
        if (old.ndims() == 1) {
            return extend(elementOid, old, from[0], to[0], values);
        }
        @Nullable Object[] elements = old.elements().clone();
        int[] at = old.lowerBounds().clone();
        int[] last = new int[at.length];
        int inSlice = 1;
        for (int i = 0; i < at.length; i++) {
            last[i] = i < to.length ? to[i] : at[i] + old.dims()[i] - 1;
            at[i] = i < from.length ? from[i] : at[i];
            inSlice *= last[i] - at[i] + 1;
        }
        if (source.size() < inSlice) {
            throw outOfRange("source array too small");
        }
        int[] first = at.clone();
        for (int i = 0; i < inSlice; i++) {
            int offset = Subscripts.offset(old, at);
            if (offset < 0) {
                throw outOfRange("array subscript out of range");
            }
            elements[offset] = source.get(i);
            for (int d = at.length - 1; d >= 0 && ++at[d] > last[d]; d--) {
                at[d] = first[d];
            }
        }
        return new PgArray(elementOid, old.dims(), old.lowerBounds(), elements);
    }

    /// One dimension: elements between the old ones and the new are NULL.
    private static PgArray extend(int elementOid, PgArray old, int from, int to, @Nullable Object[] values) {
        int first = Math.min(old.lowerBounds()[0], from);
        int last = Math.max(old.lowerBounds()[0] + old.dims()[0] - 1, to);
        @Nullable Object[] elements = new Object[last - first + 1];
        System.arraycopy(old.elements(), 0, elements, old.lowerBounds()[0] - first, old.size());
        System.arraycopy(values, 0, elements, from - first, to - from + 1);
        return new PgArray(elementOid, new int[] {elements.length}, new int[] {first}, elements);
    }

    private static SqlException outOfRange(String message) {
        return new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, message);
    }
}
