package org.pgherd.semantics.function.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.compare.Ordering;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.integer.IntegerRange;
import org.pgherd.semantics.value.PgArray;

/// Arrays made of arrays and elements: append, concatenate, remove, replace, trim, sort (array_userfuncs.c,
/// arrayfuncs.c).
public final class ArrayChanges {
    private ArrayChanges() {}

    private static int elementOid(FunctionContext context, CallSite site, int arrayArgument) {
        TypeRow type = context.types().type(site.argumentOid(arrayArgument));
        return type == null ? 0 : type.elementOid();
    }

    private static SqlException dataError(String message) {
        return new SqlException(SqlState.DATA_EXCEPTION, message);
    }

    @PgFunction(oid = 378)
    public static PgArray array_append(
            FunctionContext context, CallSite site, @Nullable PgArray a, @Nullable Object element) {
        if (a == null || a.ndims() == 0) {
            return PgArray.of(elementOid(context, site, 0), element);
        }
        checkOneDimensional(a);
        long next = (long) a.lowerBounds()[0] + a.size();
        if (next != (int) next) {
            throw IntegerRange.integerOutOfRange();
        }
        @Nullable Object[] elements = Arrays.copyOf(a.elements(), a.size() + 1);
        elements[a.size()] = element;
        return new PgArray(a.elementOid(), new int[] {elements.length}, a.lowerBounds(), elements);
    }

    @PgFunction(oid = 379)
    public static PgArray array_prepend(
            FunctionContext context, CallSite site, @Nullable Object element, @Nullable PgArray a) {
        if (a == null || a.ndims() == 0) {
            return PgArray.of(elementOid(context, site, 1), element);
        }
        checkOneDimensional(a);
        if (a.lowerBounds()[0] == Integer.MIN_VALUE) {
            throw IntegerRange.integerOutOfRange();
        }
        @Nullable Object[] elements = new Object[a.size() + 1];
        elements[0] = element;
        System.arraycopy(a.elements(), 0, elements, 1, a.size());
        return new PgArray(a.elementOid(), new int[] {elements.length}, a.lowerBounds(), elements);
    }

    private static void checkOneDimensional(PgArray a) {
        if (a.ndims() != 1) {
            throw dataError("argument must be empty or one-dimensional array");
        }
    }

    @PgFunction(oid = 383)
    public static @Nullable PgArray array_cat(
            FunctionContext context, CallSite site, @Nullable PgArray a, @Nullable PgArray b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (a.ndims() == 0 || b.ndims() == 0) {
            return a.ndims() == 0 ? b : a;
        }
        int n = Math.max(a.ndims(), b.ndims());
        if (Math.abs(a.ndims() - b.ndims()) > 1) {
            throw incompatible("Arrays of " + a.ndims() + " and " + b.ndims()
                    + " dimensions are not compatible for concatenation.");
        }
        PgArray outer = a.ndims() >= b.ndims() ? a : b;
        int[] dims = outer.dims().clone();
        int[] bounds = outer.lowerBounds().clone();
        if (a.ndims() == b.ndims()) {
            for (int i = 1; i < n; i++) {
                if (a.dims()[i] != b.dims()[i] || a.lowerBounds()[i] != b.lowerBounds()[i]) {
                    throw incompatible(
                            "Arrays with differing element dimensions are not compatible for concatenation.");
                }
            }
            dims[0] = a.dims()[0] + b.dims()[0];
        } else {
            PgArray inner = outer == a ? b : a;
            for (int i = 1; i < n; i++) {
                if (outer.dims()[i] != inner.dims()[i - 1] || outer.lowerBounds()[i] != inner.lowerBounds()[i - 1]) {
                    throw incompatible("Arrays with differing dimensions are not compatible for concatenation.");
                }
            }
            dims[0]++;
        }
        @Nullable Object[] elements = Arrays.copyOf(a.elements(), a.size() + b.size());
        System.arraycopy(b.elements(), 0, elements, a.size(), b.size());
        return new PgArray(a.elementOid(), dims, bounds, elements);
    }

    private static SqlException incompatible(String detail) {
        return new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "cannot concatenate incompatible arrays")
                .withDetail(detail);
    }

    private static boolean same(@Nullable Object a, @Nullable Object b, Ordering order) {
        return a == null || b == null ? a == b : order.compare(a, b) == 0;
    }

    @PgFunction(oid = 3167)
    public static @Nullable PgArray array_remove(
            FunctionContext context, CallSite site, @Nullable PgArray a, @Nullable Object element) {
        if (a == null || a.size() == 0) {
            return a;
        }
        if (a.ndims() > 1) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "removing elements from multidimensional arrays is not supported");
        }
        Ordering order = ArrayComparisons.elementOrder(context, site, a);
        List<@Nullable Object> kept = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), element, order)) {
                kept.add(a.get(i));
            }
        }
        if (kept.size() == a.size()) {
            return a;
        }
        return kept.isEmpty()
                ? PgArray.empty(a.elementOid())
                : new PgArray(a.elementOid(), new int[] {kept.size()}, a.lowerBounds(), kept.toArray());
    }

    @PgFunction(oid = 3168)
    public static @Nullable PgArray array_replace(
            FunctionContext context, CallSite site, @Nullable PgArray a, @Nullable Object from, @Nullable Object to) {
        if (a == null || a.size() == 0) {
            return a;
        }
        Ordering order = ArrayComparisons.elementOrder(context, site, a);
        @Nullable Object[] elements = a.elements().clone();
        for (int i = 0; i < elements.length; i++) {
            if (same(elements[i], from, order)) {
                elements[i] = to;
            }
        }
        return new PgArray(a.elementOid(), a.dims(), a.lowerBounds(), elements);
    }

    @PgFunction(oid = 6172)
    public static PgArray trim_array(PgArray a, int count) {
        int length = a.ndims() > 0 ? a.dims()[0] : 0;
        if (count < 0 || count > length) {
            throw new SqlException(
                    SqlState.ARRAY_ELEMENT_ERROR, "number of elements to trim must be between 0 and " + length);
        }
        if (count == length) {
            return PgArray.empty(a.elementOid());
        }
        int[] dims = a.dims().clone();
        dims[0] -= count;
        int[] bounds = new int[dims.length];
        Arrays.fill(bounds, 1);
        return new PgArray(a.elementOid(), dims, bounds, Arrays.copyOf(a.elements(), a.size() / length * dims[0]));
    }

    @PgFunction(oid = 6381)
    public static PgArray array_reverse(PgArray a) {
        int rows = a.ndims() > 0 ? a.dims()[0] : 0;
        if (rows < 2) {
            return a;
        }
        int width = a.size() / rows;
        @Nullable Object[] elements = new Object[a.size()];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(a.elements(), r * width, elements, (rows - 1 - r) * width, width);
        }
        return new PgArray(a.elementOid(), a.dims(), a.lowerBounds(), elements);
    }

    @PgFunction(oid = 6388)
    public static PgArray array_sort(FunctionContext context, CallSite site, PgArray a) {
        return sort(context, site, a, false, false);
    }

    @PgFunction(oid = 6389)
    public static PgArray array_sort_order(FunctionContext context, CallSite site, PgArray a, boolean descending) {
        return sort(context, site, a, descending, descending);
    }

    @PgFunction(oid = 6390)
    public static PgArray array_sort_order_nulls_first(
            FunctionContext context, CallSite site, PgArray a, boolean descending, boolean nullsFirst) {
        return sort(context, site, a, descending, nullsFirst);
    }

    /// By rows of the first dimension; rows compare as arrays.
    private static PgArray sort(
            FunctionContext context, CallSite site, PgArray a, boolean descending, boolean nullsFirst) {
        int rows = a.ndims() > 0 ? a.dims()[0] : 0;
        if (rows < 2) {
            return a;
        }
        Ordering order = ArrayComparisons.elementOrder(context, site, a);
        Comparator<@Nullable Object> values = descending ? order.reversed() : order;
        int width = a.size() / rows;
        Integer[] index = new Integer[rows];
        for (int r = 0; r < rows; r++) {
            index[r] = r;
        }
        Comparator<@Nullable Object> withNulls =
                nullsFirst ? Comparator.nullsFirst(values) : Comparator.nullsLast(values);
        // inside of a row, NULLs are last whatever the order of the rows
        Comparator<@Nullable Object> inner = Comparator.nullsLast(order);
        Comparator<Integer> byRow = (x, y) -> {
            if (a.ndims() == 1) {
                return withNulls.compare(a.get(x), a.get(y));
            }
            for (int i = 0; i < width; i++) {
                int c = inner.compare(a.get(x * width + i), a.get(y * width + i));
                if (c != 0) {
                    return descending ? -c : c;
                }
            }
            return 0;
        };
        Arrays.sort(index, byRow);
        @Nullable Object[] elements = new Object[a.size()];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(a.elements(), index[r] * width, elements, r * width, width);
        }
        return new PgArray(a.elementOid(), a.dims(), a.lowerBounds(), elements);
    }
}
