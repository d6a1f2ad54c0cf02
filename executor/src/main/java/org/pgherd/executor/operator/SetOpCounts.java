package org.pgherd.executor.operator;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.SetOp;

/// What is known of each key of a set operation.
final class SetOpCounts {
    private final boolean intersect;
    private final boolean all;
    private final int[] columns;
    private final KeyTable keys;
    private final int depth;
    private final ExecutionState state;
    /// By key: copies on the right that are not used up yet; -1 once a distinct key has been decided.
    private final IntArrayList counts = new IntArrayList();
    private long reserved;

    /// @param depth how often its rows have been dealt out
    SetOpCounts(SetOp node, int depth, ExecutionState state) {
        this.intersect = node.kind() == SetOp.Kind.INTERSECT;
        this.all = node.all();
        this.columns = node.keys().stream().mapToInt(key -> key.column() - 1).toArray();
        this.keys = KeyTable.of(node.keys(), state.types());
        this.depth = depth;
        this.state = state;
    }

    int depth() {
        return depth;
    }

    boolean isFull() {
        return depth < KeyPartitions.DEEPEST && state.memory().isFull(reserved);
    }

    /// Counts right rows.
    ///
    /// @param later where rows of unknown keys go; null: their keys are known from now on
    void count(Batch batch, @Nullable KeyPartitions later) {
        Vector[] key = DistinctRows.keyOf(batch, columns);
        for (int row = 0; row < batch.rowCount(); row++) {
            int number = number(key, row, batch, later);
            if (number != KeyTable.NONE) {
                counts.set(number, counts.getInt(number) + 1);
            }
        }
        account();
    }

    /// The left rows that come out; null if there are none.
    @Nullable
    Batch pass(Batch batch, @Nullable KeyPartitions later) {
        Vector[] key = DistinctRows.keyOf(batch, columns);
        int[] selected = new int[batch.rowCount()];
        int count = 0;
        for (int row = 0; row < batch.rowCount(); row++) {
            int number = number(key, row, batch, later);
            if (number != KeyTable.NONE && passes(number)) {
                selected[count++] = row;
            }
        }
        account();
        if (count == 0) {
            return null;
        }
        return count == batch.rowCount() ? batch : Gather.rows(batch, selected, count);
    }

    private int number(Vector[] key, int row, Batch batch, @Nullable KeyPartitions later) {
        if (later != null) {
            int known = keys.find(key, row);
            if (known == KeyTable.NONE) {
                later.add(keys.hash(key, row), batch, row);
            }
            return known;
        }
        int number = keys.add(key, row);
        if (number == counts.size()) {
            counts.add(0);
        }
        return number;
    }

    private boolean passes(int number) {
        int onTheRight = counts.getInt(number);
        if (all) {
            if (onTheRight > 0) {
                counts.set(number, onTheRight - 1);
            }
            return intersect == onTheRight > 0;
        }
        if (onTheRight < 0) {
            return false;
        }
        counts.set(number, -1);
        return intersect == onTheRight > 0;
    }

    private void account() {
        long bytes = (long) keys.count() * (keys.bytesPerKey() + 4);
        if (bytes > reserved) {
            state.memory().reserve(bytes - reserved);
            reserved = bytes;
        }
    }

    void close() {
        keys.clear();
        counts.clear();
        state.memory().release(reserved);
        reserved = 0;
    }
}
