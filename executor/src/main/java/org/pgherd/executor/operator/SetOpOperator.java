package org.pgherd.executor.operator;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.SetOp;

/// Runs SetOp: counts the right side's rows by key, then passes left rows as long as the counts say so.
final class SetOpOperator implements Operator {
    private final Operator left;
    private final Operator right;
    private final boolean intersect;
    private final boolean all;
    private final int[] columns;
    private final KeyTable keys;
    private final ExecutionState state;
    /// By key: copies on the right that are not used up yet; -1 once a distinct key has been decided.
    private final IntArrayList counts = new IntArrayList();
    private boolean built;
    private long reserved;

    SetOpOperator(SetOp node, Operator left, Operator right, ExecutionState state) {
        this.left = left;
        this.right = right;
        this.intersect = node.kind() == SetOp.Kind.INTERSECT;
        this.all = node.all();
        List<GroupKey> groupKeys = node.keys();
        this.columns = groupKeys.stream().mapToInt(key -> key.column() - 1).toArray();
        this.keys = new KeyTable(groupKeys.stream().map(GroupKey::type).toArray(SqlType[]::new));
        this.state = state;
    }

    @Override
    public void restart() {
        clear();
        left.restart();
        right.restart();
    }

    @Override
    public @Nullable Batch next() {
        for (Batch batch = left.next(); batch != null; batch = left.next()) {
            if (!built && batch.rowCount() > 0) {
                // without a row on the left the right is never read (setop_fill_hash_table)
                built = true;
                build();
            }
            state.cancel().check();
            Vector[] key = KeyFilter.keyOf(batch, columns);
            int[] selected = new int[batch.rowCount()];
            int count = 0;
            for (int row = 0; row < batch.rowCount(); row++) {
                if (passes(key, row)) {
                    selected[count++] = row;
                }
            }
            if (count > 0) {
                return count == batch.rowCount() ? batch : Gather.rows(batch, selected, count);
            }
        }
        return null;
    }

    private void build() {
        for (Batch batch = right.next(); batch != null; batch = right.next()) {
            state.cancel().check();
            Vector[] key = KeyFilter.keyOf(batch, columns);
            int before = keys.count();
            for (int row = 0; row < batch.rowCount(); row++) {
                int number = number(key, row);
                counts.set(number, counts.getInt(number) + 1);
            }
            long bytes = (long) (keys.count() - before) * keys.bytesPerKey();
            state.memory().reserve(bytes);
            reserved += bytes;
        }
    }

    private int number(Vector[] key, int row) {
        int number = keys.add(key, row);
        if (number == counts.size()) {
            counts.add(0);
        }
        return number;
    }

    private boolean passes(Vector[] key, int row) {
        int number = number(key, row);
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

    private void clear() {
        keys.clear();
        counts.clear();
        state.memory().release(reserved);
        reserved = 0;
        built = false;
    }

    @Override
    public void close() {
        clear();
        left.close();
        right.close();
    }
}
