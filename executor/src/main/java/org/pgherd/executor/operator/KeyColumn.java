package org.pgherd.executor.operator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.BooleanVector;
import org.pgherd.semantics.vector.DoubleVector;
import org.pgherd.semantics.vector.FloatVector;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;

/// One column of the keys of a [KeyTable], by key number. Primitives are kept as the bits of a long that are equal
/// where the values are; objects as [KeyValues] makes them.
abstract class KeyColumn {
    /// @param type with the collation under which its values are compared
    static KeyColumn of(SqlType type, TypeLookup lookup) {
        return switch (type.carrier()) {
            case BOOLEAN, INT, LONG, FLOAT, DOUBLE -> new Bits();
            case REF -> new Objects(type.oid(), KeyValues.orderOf(type, lookup), lookup);
        };
    }

    /// Of a value or NULL; spread over all bits only as far as the values are.
    abstract int hash(Vector column, int row);

    /// Whether key `number` has the value of a row; NULLs are equal.
    abstract boolean matches(int number, Vector column, int row);

    /// Takes a row's value as that of key `number`.
    abstract void set(int number, Vector column, int row);

    abstract void clear();

    /// Bytes per key, an estimate.
    abstract int bytesPerKey();

    /// A value of a primitive vector as bits.
    static long bits(Vector column, int row) {
        return switch (column) {
            case IntVector ints -> ints.get(row);
            case LongVector longs -> longs.get(row);
            case BooleanVector booleans -> booleans.get(row) ? 1 : 0;
            case FloatVector floats -> bits(floats.get(row));
            case DoubleVector doubles -> bits(doubles.get(row));
            case RefVector _ -> throw new AssertionError("not a column of primitives");
        };
    }

    /// Adding 0 turns -0 into 0; all NaNs have the same bits.
    private static long bits(double value) {
        return Double.doubleToLongBits(value + 0.0);
    }

    static int mix(long bits) {
        long h = bits * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32);
    }

    private static final class Bits extends KeyColumn {
        private long[] values = new long[16];
        private boolean @Nullable [] nulls;

        @Override
        int hash(Vector column, int row) {
            return column.isNull(row) ? 0 : mix(bits(column, row));
        }

        @Override
        boolean matches(int number, Vector column, int row) {
            boolean known = nulls != null && number < nulls.length && nulls[number];
            return column.isNull(row) ? known : !known && values[number] == bits(column, row);
        }

        @Override
        void set(int number, Vector column, int row) {
            if (number >= values.length) {
                values = Arrays.copyOf(values, Math.max(number + 1, values.length * 2));
            }
            if (column.isNull(row)) {
                boolean[] marks = nulls == null ? new boolean[values.length] : nulls;
                nulls = marks.length > number ? marks : Arrays.copyOf(marks, values.length);
                nulls[number] = true;
            } else {
                values[number] = bits(column, row);
            }
        }

        @Override
        void clear() {
            values = new long[16];
            nulls = null;
        }

        @Override
        int bytesPerKey() {
            return 12;
        }
    }

    private static final class Objects extends KeyColumn {
        private final int typeOid;
        private final @Nullable CollationOrder order;
        private final TypeLookup lookup;
        private @Nullable Object[] values = new Object[16];

        Objects(int typeOid, @Nullable CollationOrder order, TypeLookup lookup) {
            this.typeOid = typeOid;
            this.order = order;
            this.lookup = lookup;
        }

        @Override
        int hash(Vector column, int row) {
            Object value = KeyValues.normal(column.boxed(row), typeOid, order, lookup);
            return value == null ? 0 : mix(value.hashCode());
        }

        @Override
        boolean matches(int number, Vector column, int row) {
            Object value = KeyValues.normal(column.boxed(row), typeOid, order, lookup);
            return java.util.Objects.equals(values[number], value);
        }

        @Override
        void set(int number, Vector column, int row) {
            if (number >= values.length) {
                values = Arrays.copyOf(values, Math.max(number + 1, values.length * 2));
            }
            values[number] = KeyValues.normal(column.boxed(row), typeOid, order, lookup);
        }

        @Override
        void clear() {
            values = new Object[16];
        }

        @Override
        int bytesPerKey() {
            return 72;
        }
    }
}
