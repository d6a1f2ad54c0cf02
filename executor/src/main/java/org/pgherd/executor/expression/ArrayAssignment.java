package org.pgherd.executor.expression;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.array.ArraySize;
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

    /// Of a type whose parts are always there: a NULL, of the value or of the part, changes nothing.
    static Evaluator fixed(
            Evaluator container, List<@Nullable Evaluator> upper, List<@Nullable Evaluator> lower, Evaluator assigned) {
        return frame -> {
            Object old = container.evaluate(frame);
            PgArray parts = FixedParts.of(old);
            int[] at = bounds(frame, upper, parts == null ? PgArray.empty(0) : parts, true);
            Object around = frame.caseValue;
            try {
                int offset = parts == null ? -1 : Subscripts.offset(parts, at);
                frame.caseValue = parts == null || offset < 0 ? null : parts.get(offset);
                Object part = assigned.evaluate(frame);
                if (old == null || part == null) {
                    return old;
                }
                if (!lower.isEmpty()) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED, "updates on slices of fixed-length arrays not implemented");
                }
                return FixedParts.with(old, at, part);
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
            ArraySize.checkBounds(ones, at);
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
        return extend(elementOid, old, at[0], at[0], PgArray.of(elementOid, new Object[] {value}));
    }

    private static PgArray setSlice(int elementOid, PgArray old, int[] from, int[] to, PgArray source) {
        if (old.ndims() == 0) {
            return fresh(elementOid, from, to, source);
        }
        if (old.ndims() < from.length) {
            throw outOfRange("wrong number of array subscripts");
        }
        for (int i = 0; i < from.length; i++) {
            if (from[i] > to[i]) {
                throw outOfRange("upper bound cannot be less than lower bound");
            }
        }
        if (old.ndims() == 1) {
            return extend(elementOid, old, from[0], to[0], source);
        }
        @Nullable Object[] elements = old.elements().clone();
        int[] at = old.lowerBounds().clone();
        int[] last = new int[at.length];
        int inSlice = 1;
        for (int i = 0; i < at.length; i++) {
            last[i] = i < to.length ? to[i] : at[i] + old.dims()[i] - 1;
            at[i] = i < from.length ? from[i] : at[i];
            if (at[i] < old.lowerBounds()[i] || last[i] >= old.lowerBounds()[i] + old.dims()[i]) {
                throw outOfRange("array subscript out of range");
            }
            inSlice *= last[i] - at[i] + 1;
        }
        if (source.size() < inSlice) {
            throw outOfRange("source array too small");
        }
        int[] first = at.clone();
        for (int i = 0; i < inSlice; i++) {
            elements[Subscripts.offset(old, at)] = source.get(i);
            for (int d = at.length - 1; d >= 0 && ++at[d] > last[d]; d--) {
                at[d] = first[d];
            }
        }
        return new PgArray(elementOid, old.dims(), old.lowerBounds(), elements);
    }

    /// A slice of an array that was empty is all of it.
    private static PgArray fresh(int elementOid, int[] from, int[] to, PgArray source) {
        long[] lengths = new long[from.length];
        int[] dims = new int[from.length];
        for (int i = 0; i < dims.length; i++) {
            lengths[i] = (long) to[i] - from[i] + 1;
            dims[i] = (int) lengths[i];
        }
        int count = ArraySize.elements(lengths);
        if (source.size() < count) {
            throw outOfRange("source array too small");
        }
        ArraySize.checkBounds(dims, from);
        return count == 0
                ? PgArray.empty(elementOid)
                : new PgArray(elementOid, dims, from.clone(), Arrays.copyOf(source.elements(), count));
    }

    /// One dimension: elements between the old ones and the new are NULL.
    private static PgArray extend(int elementOid, PgArray old, int from, int to, PgArray source) {
        int first = Math.min(old.lowerBounds()[0], from);
        int last = Math.max(old.lowerBounds()[0] + old.dims()[0] - 1, to);
        int[] dims = {ArraySize.elements((long) last - first + 1)};
        ArraySize.checkBounds(dims, new int[] {first});
        int count = to - from + 1;
        if (source.size() < count) {
            throw outOfRange("source array too small");
        }
        @Nullable Object[] elements = new Object[dims[0]];
        System.arraycopy(old.elements(), 0, elements, old.lowerBounds()[0] - first, old.size());
        System.arraycopy(source.elements(), 0, elements, from - first, count);
        return new PgArray(elementOid, dims, new int[] {first}, elements);
    }

    private static SqlException outOfRange(String message) {
        return new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, message);
    }
}
