package org.pgherd.executor.operator;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.GroupKey;

/// Numbers the distinct keys 0, 1, 2, ... in the order they are first seen: open addressing over key numbers, the
/// keys themselves by column.
///
/// One integer column, by far the most frequent key, has loops of its own without calls per row.
final class KeyTable {
    static final int NONE = -1;
    private static final int LEAST = 64;

    private final KeyColumn[] columns;
    private final boolean single;
    /// Key number + 1, 0 where free; at most half full.
    private int[] slots = new int[LEAST];
    private int[] hashes = new int[LEAST / 2];
    private int count;
    /// The keys as such if they are one integer column; the number of NULL then stands apart.
    private long @Nullable [] integers;

    private int nullKey = NONE;

    /// For the comparisons of group keys.
    static KeyTable of(List<GroupKey> keys, TypeLookup lookup) {
        return new KeyTable(
                lookup,
                keys.stream()
                        .map(key -> key.type().withCollation(key.collation()))
                        .toArray(SqlType[]::new));
    }

    /// @param types with the collations under which their values are compared
    KeyTable(TypeLookup lookup, SqlType... types) {
        columns = new KeyColumn[types.length];
        for (int i = 0; i < types.length; i++) {
            columns[i] = KeyColumn.of(types[i], lookup);
        }
        single = types.length == 1 && isInteger(types[0].carrier());
        integers = single ? new long[LEAST / 2] : null;
    }

    int count() {
        return count;
    }

    private static boolean isInteger(Carrier carrier) {
        return carrier == Carrier.INT || carrier == Carrier.LONG;
    }

    /// The numbers of the keys of rows 0..rows-1, new where they were not seen before. NULLs are equal.
    void addAll(Vector[] key, int rows, int[] numbers) {
        long[] known = integers;
        if (known == null) {
            for (int row = 0; row < rows; row++) {
                numbers[row] = add(key, row);
            }
            return;
        }
        Vector column = key[0];
        for (int row = 0; row < rows; row++) {
            numbers[row] = column.isNull(row) ? addNull() : addInteger(integer(column, row));
        }
    }

    /// The numbers of the keys of rows 0..rows-1, NONE where they are not there or have a NULL.
    void findAll(Vector[] key, int rows, int[] numbers) {
        if (integers == null) {
            for (int row = 0; row < rows; row++) {
                numbers[row] = hasNull(key, row) ? NONE : find(key, row);
            }
            return;
        }
        Vector column = key[0];
        if (column.nulls() == null && column instanceof LongVector longs) {
            long[] values = longs.values();
            for (int row = 0; row < rows; row++) {
                numbers[row] = findInteger(values[row]);
            }
        } else if (column.nulls() == null && column instanceof IntVector ints) {
            int[] values = ints.values();
            for (int row = 0; row < rows; row++) {
                numbers[row] = findInteger(values[row]);
            }
        } else {
            for (int row = 0; row < rows; row++) {
                numbers[row] = column.isNull(row) ? NONE : findInteger(integer(column, row));
            }
        }
    }

    private static long integer(Vector column, int row) {
        return column instanceof IntVector ints ? ints.get(row) : ((LongVector) column).get(row);
    }

    private int addNull() {
        if (nullKey == NONE) {
            nullKey = count++;
            growIfFull();
        }
        return nullKey;
    }

    private int addInteger(long value) {
        int mask = slots.length - 1;
        long[] known = Objects.requireNonNull(integers);
        int slot = spread(KeyColumn.mix(value)) & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (known[number] == value) {
                return number;
            }
            slot = slot + 1 & mask;
        }
        int number = count++;
        slots[slot] = number + 1;
        known[number] = value;
        growIfFull();
        return number;
    }

    private int findInteger(long value) {
        int mask = slots.length - 1;
        long[] known = Objects.requireNonNull(integers);
        int slot = spread(KeyColumn.mix(value)) & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (known[number] == value) {
                return number;
            }
            slot = slot + 1 & mask;
        }
        return NONE;
    }

    /// The number of a row's key, new if it was not seen before. NULLs are equal.
    int add(Vector[] key, int row) {
        if (single) {
            return key[0].isNull(row) ? addNull() : addInteger(integer(key[0], row));
        }
        int hash = hash(key, row);
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && matches(number, key, row)) {
                return number;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return insert(slot, hash, key, row);
    }

    private int insert(int slot, int hash, Vector[] key, int row) {
        int number = count++;
        slots[slot] = number + 1;
        hashes[number] = hash;
        for (int i = 0; i < columns.length; i++) {
            columns[i].set(number, key[i], row);
        }
        growIfFull();
        return number;
    }

    private void growIfFull() {
        if (count == slots.length / 2) {
            grow();
        }
    }

    private void grow() {
        int size = slots.length * 2;
        int[] larger = new int[size];
        long[] known = integers;
        for (int number = 0; number < count; number++) {
            if (number == nullKey) {
                continue;
            }
            int hash = known == null ? hashes[number] : spread(KeyColumn.mix(known[number]));
            int slot = hash & size - 1;
            while (larger[slot] != 0) {
                slot = slot + 1 & size - 1;
            }
            larger[slot] = number + 1;
        }
        slots = larger;
        if (known == null) {
            hashes = Arrays.copyOf(hashes, size / 2);
        } else {
            integers = Arrays.copyOf(known, size / 2);
        }
    }

    /// The number of a row's key, NONE if it is not there.
    int find(Vector[] key, int row) {
        if (single) {
            return key[0].isNull(row) ? nullKey : findInteger(integer(key[0], row));
        }
        int hash = hash(key, row);
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && matches(number, key, row)) {
                return number;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return NONE;
    }

    private boolean matches(int number, Vector[] key, int row) {
        for (int i = 0; i < columns.length; i++) {
            if (!columns[i].matches(number, key[i], row)) {
                return false;
            }
        }
        return true;
    }

    /// Equal for equal keys; the same in all tables with these types.
    int hash(Vector[] key, int row) {
        int hash = 0;
        for (int i = 0; i < columns.length; i++) {
            hash = hash * 31 + columns[i].hash(key[i], row);
        }
        return spread(hash);
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 15;
    }

    static boolean hasNull(Vector[] key, int row) {
        for (Vector column : key) {
            if (column.isNull(row)) {
                return true;
            }
        }
        return false;
    }

    /// Estimated bytes per key, for the memory account.
    int bytesPerKey() {
        int bytes = 20;
        for (KeyColumn column : columns) {
            bytes += column.bytesPerKey();
        }
        return bytes;
    }

    void clear() {
        if (count > 0) {
            slots = new int[LEAST];
            hashes = new int[LEAST / 2];
            for (KeyColumn column : columns) {
                column.clear();
            }
            if (single) {
                integers = new long[LEAST / 2];
            }
            nullKey = NONE;
            count = 0;
        }
    }
}
