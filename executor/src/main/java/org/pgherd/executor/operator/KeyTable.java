package org.pgherd.executor.operator;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.Vector;

/// Numbers the distinct keys 0, 1, 2, ... in the order they are first seen. One integer column is kept unboxed.
final class KeyTable {
    static final int NONE = -1;

    private final int[] typeOids;
    private final boolean integer;
    private final Long2IntOpenHashMap longs = new Long2IntOpenHashMap();
    private final Object2IntOpenHashMap<@Nullable Object> objects = new Object2IntOpenHashMap<>();
    private int nullKey = NONE;
    private int count;

    KeyTable(SqlType... types) {
        typeOids = new int[types.length];
        for (int i = 0; i < types.length; i++) {
            typeOids[i] = types[i].oid();
        }
        integer = types.length == 1 && isInteger(types[0].carrier());
        longs.defaultReturnValue(NONE);
        objects.defaultReturnValue(NONE);
    }

    private static boolean isInteger(Carrier carrier) {
        return carrier == Carrier.INT || carrier == Carrier.LONG;
    }

    int count() {
        return count;
    }

    /// The number of a row's key, new if it was not seen before. NULLs are equal.
    int add(Vector[] key, int row) {
        if (integer) {
            Vector column = key[0];
            if (column.isNull(row)) {
                if (nullKey == NONE) {
                    nullKey = count++;
                }
                return nullKey;
            }
            long value = integer(column, row);
            int known = longs.get(value);
            if (known == NONE) {
                known = count++;
                longs.put(value, known);
            }
            return known;
        }
        Object value = normal(key, row);
        int known = objects.getInt(value);
        if (known == NONE) {
            known = count++;
            objects.put(value, known);
        }
        return known;
    }

    /// The number of a row's key, NONE if it is not there.
    int find(Vector[] key, int row) {
        if (integer) {
            return key[0].isNull(row) ? nullKey : longs.get(integer(key[0], row));
        }
        return objects.getInt(normal(key, row));
    }

    static boolean hasNull(Vector[] key, int row) {
        for (Vector column : key) {
            if (column.isNull(row)) {
                return true;
            }
        }
        return false;
    }

    private static long integer(Vector column, int row) {
        return switch (column) {
            case IntVector ints -> ints.get(row);
            case LongVector longs -> longs.get(row);
            default -> throw new AssertionError("not an integer column");
        };
    }

    private @Nullable Object normal(Vector[] key, int row) {
        if (key.length == 1) {
            return KeyValues.normal(key[0].boxed(row), typeOids[0]);
        }
        @Nullable Object[] values = new Object[key.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = KeyValues.normal(key[i].boxed(row), typeOids[i]);
        }
        return new KeyValues.Tuple(values);
    }

    /// Estimated bytes per key, for the memory account.
    int bytesPerKey() {
        return integer ? 24 : 48 + 48 * typeOids.length;
    }

    void clear() {
        longs.clear();
        objects.clear();
        nullKey = NONE;
        count = 0;
    }
}
