package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// Rows that a plan has found on shards to update or delete, by shard; each row once, however often it was found.
final class FoundRows {
    private final int shardColumn;
    private final int ctidColumn;
    private final int tableoidColumn;
    private final Set<KeyValues.Tuple> seen = new HashSet<>();

    /// Columns are 1-based; `tableoidColumn` may be 0.
    FoundRows(int shardColumn, int ctidColumn, int tableoidColumn) {
        this.shardColumn = shardColumn;
        this.ctidColumn = ctidColumn;
        this.tableoidColumn = tableoidColumn;
    }

    boolean hasTableoid() {
        return tableoidColumn > 0;
    }

    void clear() {
        seen.clear();
    }

    Map<Integer, List<Integer>> byShard(Batch batch) {
        Map<Integer, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < batch.rowCount(); row++) {
            Object shard = batch.column(shardColumn - 1).boxed(row);
            Object ctid = ctid(batch, row);
            // the null-extended side of an outer join names no row
            if (shard == null || ctid == null) {
                continue;
            }
            if (seen.add(new KeyValues.Tuple(new Object[] {shard, ctid, tableoid(batch, row)}))) {
                rows.computeIfAbsent((Integer) shard, s -> new ArrayList<>()).add(row);
            }
        }
        return rows;
    }

    @Nullable
    Object ctid(Batch batch, int row) {
        return batch.column(ctidColumn - 1).boxed(row);
    }

    @Nullable
    Object tableoid(Batch batch, int row) {
        return tableoidColumn > 0 ? batch.column(tableoidColumn - 1).boxed(row) : null;
    }

    @Nullable
    Object[] ctids(Batch batch, List<Integer> rows) {
        return rows.stream().map(row -> ctid(batch, row)).toArray();
    }

    @Nullable
    Object[] tableoids(Batch batch, List<Integer> rows) {
        return rows.stream().map(row -> tableoid(batch, row)).toArray();
    }
}
