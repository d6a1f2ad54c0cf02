package org.pgherd.executor.operator;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;

/// The inner rows of a hash join, chained by key in their order.
final class JoinTable {
    static final int END = -1;
    /// Heap that a row takes beside its values.
    static final int BYTES_PER_ROW = 48;

    private final Batch rows;
    private final KeyTable keys;
    private final IntArrayList heads = new IntArrayList();
    private final int[] chain;
    /// Whether each row has a key of its own: its number is the row's then, and there are no chains to follow.
    private final boolean unique;

    /// Rows that have met a partner; for joins that yield inner rows without one.
    private final BitSet matched = new BitSet();

    /// @param key of the rows; those with a NULL in it are never found
    JoinTable(Batch rows, Vector[] key, SqlType[] types, ExecutionState state) {
        this.rows = rows;
        this.keys = new KeyTable(state.types(), types);
        this.chain = new int[rows.rowCount()];
        int[] tails = new int[16];
        for (int row = 0; row < rows.rowCount(); row++) {
            if ((row & 0xffff) == 0) {
                state.cancel().check();
            }
            chain[row] = END;
            if (KeyTable.hasNull(key, row)) {
                continue;
            }
            int number = keys.add(key, row);
            if (number == heads.size()) {
                heads.add(row);
                if (number == tails.length) {
                    tails = Arrays.copyOf(tails, number * 2);
                }
            } else {
                chain[tails[number]] = row;
            }
            tails[number] = row;
        }
        unique = heads.size() == rows.rowCount();
    }

    boolean isUnique() {
        return unique;
    }

    Batch rows() {
        return rows;
    }

    /// The first rows with the keys of rows 0..count-1, END where there is none.
    void first(Vector[] key, int count, int[] firsts) {
        keys.findAll(key, count, firsts);
        if (unique) {
            return;
        }
        int[] found = heads.elements();
        for (int row = 0; row < count; row++) {
            if (firsts[row] >= 0) {
                firsts[row] = found[firsts[row]];
            }
        }
    }

    /// The next row with the same key.
    int next(int row) {
        return unique ? END : chain[row];
    }

    void match(int row) {
        matched.set(row);
    }

    /// The first row at or after one that has met no partner; the number of rows if there is none.
    int unmatched(int from) {
        return Math.min(matched.nextClearBit(from), rows.rowCount());
    }
}
