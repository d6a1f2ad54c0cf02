package org.pgherd.executor.operator;

import java.util.List;
import org.pgherd.executor.spill.BatchForm;
import org.pgherd.executor.spill.SpillFile;
import org.pgherd.executor.spill.SpillRun;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Rows dealt out to runs of a file by bits of their key's hash, other bits at each depth.
final class KeyPartitions {
    static final int COUNT = 16;
    /// Depth beyond which the hash has no fresh bits.
    static final int DEEPEST = 6;
    private static final int BITS = 4;
    private static final int ROWS = 256;

    private final BatchBuilder[] pending = new BatchBuilder[COUNT];
    private final SpillRun[] runs = new SpillRun[COUNT];
    private final int depth;

    KeyPartitions(List<PlanColumn> columns, int depth, SpillFile file, BatchForm form) {
        this.depth = depth;
        for (int i = 0; i < COUNT; i++) {
            pending[i] = new BatchBuilder(BatchBuilder.builders(columns, ROWS));
            runs[i] = new SpillRun(file, form);
        }
    }

    /// The partition of a hash: its upper bits first, as tables use the lower ones.
    private int partition(int hash) {
        int spread = hash * 0x85EBCA6B;
        return spread >>> 32 - BITS * (depth + 1) & COUNT - 1;
    }

    void add(int hash, Batch batch, int row) {
        int partition = partition(hash);
        BatchBuilder rows = pending[partition];
        rows.append(batch, row);
        if (rows.rowCount() == ROWS) {
            flush(partition);
        }
    }

    private void flush(int partition) {
        Batch rows = pending[partition].take();
        if (rows != null) {
            runs[partition].add(rows);
        }
    }

    /// No more rows come.
    SpillRun[] finish() {
        for (int i = 0; i < COUNT; i++) {
            flush(i);
        }
        return runs;
    }
}
