package org.pgherd.executor.expression;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.ArrayExpr;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.PgArray;

/// ARRAY[...]. Transplants execExprInterp.c:ExecEvalArrayExpr.
final class ArrayConstructor {
    private ArrayConstructor() {}

    static Evaluator compile(ArrayExpr expr, Evaluator[] elements) {
        int elementOid = expr.elementType();
        if (expr.multiDims()) {
            return frame -> nested(elementOid, Calls.evaluateAll(elements, frame));
        }
        return frame -> PgArray.of(elementOid, Calls.evaluateAll(elements, frame));
    }

    private static PgArray nested(int elementOid, @Nullable Object[] parts) {
        PgArray first = null;
        int count = 0;
        int total = 0;
        boolean sawEmpty = false;
        for (@Nullable Object part : parts) {
            if (part == null || ((PgArray) part).ndims() == 0) {
                sawEmpty = true;
                continue;
            }
            PgArray array = (PgArray) part;
            if (first == null) {
                first = array;
            } else if (!Arrays.equals(first.dims(), array.dims())
                    || !Arrays.equals(first.lowerBounds(), array.lowerBounds())) {
                throw mismatch();
            }
            count++;
            total += array.size();
        }
        if (first == null) {
            return PgArray.empty(elementOid);
        }
        if (sawEmpty) {
            throw mismatch();
        }
        if (first.ndims() >= 6) {
            throw new SqlException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED,
                    "number of array dimensions (" + (first.ndims() + 1) + ") exceeds the maximum allowed (6)");
        }
        int[] dims = new int[first.ndims() + 1];
        int[] lower = new int[dims.length];
        dims[0] = count;
        lower[0] = 1;
        System.arraycopy(first.dims(), 0, dims, 1, first.ndims());
        System.arraycopy(first.lowerBounds(), 0, lower, 1, first.ndims());
        @Nullable Object[] elements = new Object[total];
        int at = 0;
        for (@Nullable Object part : parts) {
            PgArray array = (PgArray) Objects.requireNonNull(part);
            System.arraycopy(array.elements(), 0, elements, at, array.size());
            at += array.size();
        }
        return new PgArray(elementOid, dims, lower, elements);
    }

    private static SqlException mismatch() {
        return new SqlException(
                SqlState.ARRAY_SUBSCRIPT_ERROR,
                "multidimensional arrays must have array expressions with matching dimensions");
    }
}
