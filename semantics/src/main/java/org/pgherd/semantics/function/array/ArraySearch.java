package org.pgherd.semantics.function.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.compare.Ordering;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;

/// Positions of elements, buckets between thresholds, and arrays of one value (array_userfuncs.c, arrayfuncs.c).
public final class ArraySearch {
    private static final int MAX_DIMENSIONS = 6;

    private ArraySearch() {}

    @PgFunction(oid = 3277)
    public static @Nullable Integer array_position(
            FunctionContext context, CallSite site, @Nullable PgArray a, @Nullable Object element) {
        return position(context, site, a, element, Integer.MIN_VALUE);
    }

    @PgFunction(oid = 3278)
    public static @Nullable Integer array_position_start(
            FunctionContext context,
            CallSite site,
            @Nullable PgArray a,
            @Nullable Object element,
            @Nullable Integer start) {
        if (a != null && a.ndims() <= 1 && a.size() > 0 && (element != null || a.hasNulls()) && start == null) {
            throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "initial position must not be null");
        }
        return position(context, site, a, element, start == null ? 0 : start);
    }

    private static @Nullable Integer position(
            FunctionContext context, CallSite site, @Nullable PgArray a, @Nullable Object element, int start) {
        if (a == null) {
            return null;
        }
        checkOneDimensional(a);
        if (a.size() == 0) {
            return null;
        }
        Ordering order = ArrayComparisons.elementOrder(context, site, a);
        int lower = a.lowerBounds()[0];
        for (int i = 0; i < a.size(); i++) {
            if (lower + i >= start && same(a.get(i), element, order)) {
                return lower + i;
            }
        }
        return null;
    }

    private static void checkOneDimensional(PgArray a) {
        if (a.ndims() > 1) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "searching for elements in multidimensional arrays is not supported");
        }
    }

    private static boolean same(@Nullable Object a, @Nullable Object b, Ordering order) {
        return a == null || b == null ? a == b : order.compare(a, b) == 0;
    }

    @PgFunction(oid = 3279)
    public static @Nullable PgArray array_positions(
            FunctionContext context, CallSite site, @Nullable PgArray a, @Nullable Object element) {
        if (a == null) {
            return null;
        }
        checkOneDimensional(a);
        List<Integer> found = new ArrayList<>();
        if (a.size() > 0) {
            Ordering order = ArrayComparisons.elementOrder(context, site, a);
            for (int i = 0; i < a.size(); i++) {
                if (same(a.get(i), element, order)) {
                    found.add(a.lowerBounds()[0] + i);
                }
            }
        }
        return PgArray.of(TypeOids.INT4, found.toArray());
    }

    @PgFunction(oid = 3218)
    public static int width_bucket_array(FunctionContext context, CallSite site, Object operand, PgArray thresholds) {
        if (thresholds.ndims() > 1) {
            throw new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "thresholds must be one-dimensional array");
        }
        if (thresholds.hasNulls()) {
            throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "thresholds array must not contain NULLs");
        }
        if (thresholds.size() == 0) {
            return 0;
        }
        Ordering order = ArrayComparisons.elementOrder(context, site, thresholds);
        int left = 0;
        int right = thresholds.size();
        while (left < right) {
            int middle = (left + right) / 2;
            Object threshold = Objects.requireNonNull(thresholds.get(middle));
            if (order.compare(operand, threshold) < 0) {
                right = middle;
            } else {
                left = middle + 1;
            }
        }
        return left;
    }

    @PgFunction(oid = 1193)
    public static PgArray array_fill(CallSite site, @Nullable Object value, @Nullable PgArray dims) {
        return fill(site, value, dims, null, false);
    }

    @PgFunction(oid = 1286)
    public static PgArray array_fill_with_lower_bounds(
            CallSite site, @Nullable Object value, @Nullable PgArray dims, @Nullable PgArray bounds) {
        return fill(site, value, dims, bounds, true);
    }

    private static PgArray fill(
            CallSite site, @Nullable Object value, @Nullable PgArray dims, @Nullable PgArray bounds, boolean bounded) {
        if (dims == null || bounded && bounds == null) {
            throw new SqlException(
                    SqlState.NULL_VALUE_NOT_ALLOWED, "dimension array or low bound array cannot be null");
        }
        int[] lengths = integers(dims, "Dimension");
        if (lengths.length > MAX_DIMENSIONS) {
            throw new SqlException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED,
                    "number of array dimensions (" + lengths.length + ") exceeds the maximum allowed (" + MAX_DIMENSIONS
                            + ")");
        }
        int[] lower = new int[lengths.length];
        Arrays.fill(lower, 1);
        if (bounds != null) {
            lower = integers(bounds, "Low bound");
            if (lower.length != lengths.length) {
                throw wrongSubscripts().withDetail("Low bound array has different size than dimensions array.");
            }
        }
        int elementOid = site.argumentOid(0);
        int count = ArraySize.elements(Arrays.stream(lengths).asLongStream().toArray());
        if (lengths.length == 0 || count == 0) {
            return PgArray.empty(elementOid);
        }
        ArraySize.checkBounds(lengths, lower);
        @Nullable Object[] elements = new Object[count];
        Arrays.fill(elements, value);
        return new PgArray(elementOid, lengths, lower, elements);
    }

    private static SqlException wrongSubscripts() {
        return new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
    }

    private static int[] integers(PgArray a, String what) {
        if (a.ndims() > 1) {
            throw wrongSubscripts().withDetail(what + " array must be one dimensional.");
        }
        if (a.hasNulls()) {
            throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "dimension values cannot be null");
        }
        int[] values = new int[a.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (Integer) Objects.requireNonNull(a.get(i));
        }
        return values;
    }
}
