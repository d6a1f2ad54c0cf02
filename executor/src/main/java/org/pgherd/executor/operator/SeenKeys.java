package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.MemoryAccount;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.GroupKey;

/// Remembers keys and passes rows whose key is new, at once. A recursive query must know all keys of all its rounds,
/// so they stay in memory (as in nodeRecursiveunion.c).
final class SeenKeys {
    private final int[] columns;
    private final KeyTable keys;
    private final MemoryAccount memory;
    private long reserved;
    private int[] selected = new int[Batch.DEFAULT_ROWS];

    SeenKeys(List<GroupKey> groupKeys, TypeLookup lookup, MemoryAccount memory) {
        this.columns = groupKeys.stream().mapToInt(key -> key.column() - 1).toArray();
        this.keys = KeyTable.of(groupKeys, lookup);
        this.memory = memory;
    }

    /// The rows with new keys; null if there are none.
    @Nullable
    Batch firstSeen(Batch batch) {
        if (selected.length < batch.rowCount()) {
            selected = new int[batch.rowCount()];
        }
        Vector[] key = DistinctRows.keyOf(batch, columns);
        int count = 0;
        for (int row = 0; row < batch.rowCount(); row++) {
            int before = keys.count();
            if (keys.add(key, row) == before) {
                selected[count++] = row;
            }
        }
        if (count == 0) {
            return null;
        }
        long bytes = (long) count * keys.bytesPerKey();
        memory.reserve(bytes);
        reserved += bytes;
        return count == batch.rowCount() ? batch : Gather.rows(batch, selected, count);
    }

    void clear() {
        keys.clear();
        memory.release(reserved);
        reserved = 0;
    }
}
