package org.pgherd.semantics.function.array;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.PgArray;

/// array_shuffle() and array_sample() (array_userfuncs.c): items of the first dimension in random order.
public final class ArrayChance {
    private ArrayChance() {}

    /// So many of the items, each at most once.
    private static PgArray pick(FunctionContext context, PgArray a, int count, boolean keepLowerBound) {
        int items = a.dims()[0];
        int size = a.size() / items;
        @Nullable Object[] elements = a.elements().clone();
        for (int i = 0; i < count; i++) {
            int j = i + (int) Long.remainderUnsigned(context.nextRandom(), items - i);
            for (int k = 0; i != j && k < size; k++) {
                Object saved = elements[j * size + k];
                elements[j * size + k] = elements[i * size + k];
                elements[i * size + k] = saved;
            }
        }
        int[] dims = a.dims().clone();
        dims[0] = count;
        int[] lowerBounds = a.lowerBounds().clone();
        if (!keepLowerBound) {
            lowerBounds[0] = 1;
        }
        return new PgArray(a.elementOid(), dims, lowerBounds, Arrays.copyOf(elements, count * size));
    }

    @PgFunction(oid = 6215)
    public static PgArray array_shuffle(FunctionContext context, PgArray a) {
        return a.ndims() == 0 || a.dims()[0] < 2 ? a : pick(context, a, a.dims()[0], true);
    }

    @PgFunction(oid = 6216)
    public static PgArray array_sample(FunctionContext context, PgArray a, int count) {
        int items = a.ndims() == 0 ? 0 : a.dims()[0];
        if (count < 0 || count > items) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "sample size must be between 0 and " + items);
        }
        return count == 0 ? PgArray.empty(a.elementOid()) : pick(context, a, count, false);
    }
}
