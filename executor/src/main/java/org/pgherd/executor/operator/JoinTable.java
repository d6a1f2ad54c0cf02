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
    /// Rows that have met a partner; for joins that yield inner rows without one.
    private final BitSet matched = new BitSet();

    /// @param key of the rows; those with a NULL in it are never found
    JoinTable(Batch rows, Vector[] key, SqlType[] types) {
        this.rows = rows;
        this.keys = new KeyTable(types);
        this.chain = new int[rows.rowCount()];
        int[] tails = new int[16];
        for (int row = 0; row < rows.rowCount(); row++) {
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
    }

    Batch rows() {
        return rows;
    }

    /// The first row with a key, END if there is none.
    int first(Vector[] key, int row) {
        if (KeyTable.hasNull(key, row)) {
            return END;
        }
        int number = keys.find(key, row);
        return number == KeyTable.NONE ? END : heads.getInt(number);
    }

    /// The next row with the same key.
    int next(int row) {
        return chain[row];
    }

    void match(int row) {
        matched.set(row);
    }

    /// The first row at or after one that has met no partner; the number of rows if there is none.
    int unmatched(int from) {
        return Math.min(matched.nextClearBit(from), rows.rowCount());
    }
}
