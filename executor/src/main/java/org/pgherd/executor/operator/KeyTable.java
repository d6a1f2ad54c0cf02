package org.pgherd.executor.operator;

import java.util.Arrays;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Vector;

/// Numbers the distinct keys 0, 1, 2, ... in the order they are first seen: open addressing over key numbers, the
/// keys themselves by column.
final class KeyTable {
    static final int NONE = -1;
    private static final int LEAST = 64;

    private final KeyColumn[] columns;
    /// Key number + 1, 0 where free; at most half full.
    private int[] slots = new int[LEAST];
    private int[] hashes = new int[LEAST / 2];
    private int count;

    KeyTable(SqlType... types) {
        columns = new KeyColumn[types.length];
        for (int i = 0; i < types.length; i++) {
            columns[i] = KeyColumn.of(types[i]);
        }
    }

    int count() {
        return count;
    }

    /// The number of a row's key, new if it was not seen before. NULLs are equal.
    int add(Vector[] key, int row) {
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
        if (count == hashes.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        int size = slots.length * 2;
        int[] larger = new int[size];
        for (int number = 0; number < count; number++) {
            int slot = hashes[number] & size - 1;
            while (larger[slot] != 0) {
                slot = slot + 1 & size - 1;
            }
            larger[slot] = number + 1;
        }
        slots = larger;
        hashes = Arrays.copyOf(hashes, size / 2);
    }

    /// The number of a row's key, NONE if it is not there.
    int find(Vector[] key, int row) {
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
            count = 0;
        }
    }
}
