package org.pgherd.semantics.function.array;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// Dimensions, bounds and elements one by one (arrayfuncs.c).
public final class ArrayShape {
    private ArrayShape() {}

    @PgFunction(oid = 748)
    public static @Nullable Integer array_ndims(PgArray a) {
        return a.ndims() == 0 ? null : a.ndims();
    }

    @PgFunction(oid = 3179)
    public static int array_cardinality(PgArray a) {
        return a.size();
    }

    @PgFunction(oid = 2176)
    public static @Nullable Integer array_length(PgArray a, int dimension) {
        return has(a, dimension) ? a.dims()[dimension - 1] : null;
    }

    @PgFunction(oid = 2091)
    public static @Nullable Integer array_lower(PgArray a, int dimension) {
        return has(a, dimension) ? a.lowerBounds()[dimension - 1] : null;
    }

    @PgFunction(oid = 2092)
    public static @Nullable Integer array_upper(PgArray a, int dimension) {
        return has(a, dimension) ? a.dims()[dimension - 1] + a.lowerBounds()[dimension - 1] - 1 : null;
    }

    private static boolean has(PgArray a, int dimension) {
        return dimension >= 1 && dimension <= a.ndims();
    }

    @PgFunction(oid = 747)
    public static @Nullable Text array_dims(PgArray a) {
        if (a.ndims() == 0) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < a.ndims(); i++) {
            int lower = a.lowerBounds()[i];
            out.append('[')
                    .append(lower)
                    .append(':')
                    .append(lower + a.dims()[i] - 1)
                    .append(']');
        }
        return Text.of(out.toString());
    }

    @PgFunction(oid = 2331)
    public static RowIterator array_unnest(PgArray a) {
        return new RowIterator() {
            private int at = -1;

            @Override
            public boolean next() {
                return ++at < a.size();
            }

            @Override
            public @Nullable Object get(int column) {
                return a.get(at);
            }
        };
    }

    @PgFunction(oid = 1192)
    public static RowIterator generate_subscripts_nodir(PgArray a, int dimension) {
        return generate_subscripts(a, dimension, false);
    }

    @PgFunction(oid = 1191)
    public static RowIterator generate_subscripts(PgArray a, int dimension, boolean reverse) {
        if (!has(a, dimension)) {
            return RowIterator.EMPTY;
        }
        int count = a.dims()[dimension - 1];
        int lower = a.lowerBounds()[dimension - 1];
        return new RowIterator() {
            private int at = -1;

            @Override
            public boolean next() {
                return ++at < count;
            }

            @Override
            public Object get(int column) {
                return reverse ? lower + count - 1 - at : lower + at;
            }
        };
    }
}
