package org.pgherd.semantics.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.vector.Vector;

/// array_agg of values, NULLs included, and of arrays, which must be alike (arrayfuncs.c:accumArrayResultArr).
final class ArrayAggregate implements AggregateFunction {
    private static final int OF_ARRAYS = 4053;
    private static final int[] OIDS = {2335, OF_ARRAYS};
    private static final int MAX_DIMENSIONS = 6;

    @Override
    public int[] oids() {
        return OIDS.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return aggregateOid == OF_ARRAYS ? new WholeArrays() : new Values(site.argumentOid(0));
    }

    private abstract static class Lists extends StateAccumulator<List<@Nullable Object>> {
        @Override
        protected boolean accepts(Vector[] arguments, int row) {
            return true;
        }

        @Override
        protected List<@Nullable Object> create() {
            return new ArrayList<>();
        }
    }

    private static final class Values extends Lists {
        private final int elementOid;

        Values(int elementOid) {
            this.elementOid = elementOid;
        }

        @Override
        protected void accumulate(List<@Nullable Object> state, Vector[] arguments, int row) {
            state.add(arguments[0].boxed(row));
            hold(32);
        }

        @Override
        protected Object result(List<@Nullable Object> state) {
            return PgArray.of(elementOid, state.toArray());
        }
    }

    private static final class WholeArrays extends Lists {
        @Override
        protected void accumulate(List<@Nullable Object> state, Vector[] arguments, int row) {
            PgArray array = (PgArray) arguments[0].boxed(row);
            if (array == null) {
                throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "cannot accumulate null arrays");
            }
            if (state.isEmpty()) {
                if (array.ndims() == 0) {
                    throw new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "cannot accumulate empty arrays");
                }
                if (array.ndims() + 1 > MAX_DIMENSIONS) {
                    throw new SqlException(
                            SqlState.PROGRAM_LIMIT_EXCEEDED,
                            "number of array dimensions (" + (array.ndims() + 1) + ") exceeds the maximum allowed ("
                                    + MAX_DIMENSIONS + ")");
                }
            } else if (!isShapedAs((PgArray) Objects.requireNonNull(state.getFirst()), array)) {
                throw new SqlException(
                        SqlState.ARRAY_SUBSCRIPT_ERROR, "cannot accumulate arrays of different dimensionality");
            }
            state.add(array);
            hold(32L * array.size());
        }

        private static boolean isShapedAs(PgArray first, PgArray array) {
            return Arrays.equals(first.dims(), array.dims()) && Arrays.equals(first.lowerBounds(), array.lowerBounds());
        }

        @Override
        protected Object result(List<@Nullable Object> state) {
            PgArray first = (PgArray) Objects.requireNonNull(state.getFirst());
            int n = first.ndims();
            int[] dims = new int[n + 1];
            int[] bounds = new int[n + 1];
            dims[0] = state.size();
            bounds[0] = 1;
            System.arraycopy(first.dims(), 0, dims, 1, n);
            System.arraycopy(first.lowerBounds(), 0, bounds, 1, n);
            @Nullable Object[] elements = new Object[first.size() * state.size()];
            int at = 0;
            for (Object array : state) {
                System.arraycopy(((PgArray) Objects.requireNonNull(array)).elements(), 0, elements, at, first.size());
                at += first.size();
            }
            return new PgArray(first.elementOid(), dims, bounds, elements);
        }
    }
}
