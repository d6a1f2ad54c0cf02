package org.pgherd.executor.spill;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.MemoryAccount;
import org.pgherd.executor.MemoryLimits;
import org.pgherd.semantics.vector.Batch;

/// Rows that are read again, by the number of their batch: in memory as long as the operator's share lasts, the later
/// ones in a file (tuplestore.c). One writer and its readers in turn.
public final class RowStore implements AutoCloseable {
    private final MemoryAccount memory;
    private final @Nullable BatchForm form;
    private final SpillFile file;
    private final List<Batch> kept = new ArrayList<>();
    private @Nullable SpillRun run;
    private long bytes;
    private long rows;

    public RowStore(MemoryAccount memory, BatchForm form) {
        this(memory, form, new SpillFile(memory));
    }

    private RowStore(MemoryAccount memory, @Nullable BatchForm form, SpillFile file) {
        this.memory = memory;
        this.form = form;
        this.file = file;
    }

    private RowStore(MemoryAccount memory) {
        this(memory, null, new SpillFile(memory));
    }

    /// For a few rows that no statement accounts for.
    public static RowStore unlimited() {
        MemoryLimits none = new MemoryLimits(0, Long.MAX_VALUE, 0, null);
        return new RowStore(new MemoryAccount(none));
    }

    public void add(Batch batch) {
        SpillRun later = run;
        if (later == null) {
            long size = BatchMemory.of(batch);
            if (form != null && memory.isFull(bytes + size)) {
                later = new SpillRun(file, form);
                run = later;
            } else {
                memory.reserve(size);
                bytes += size;
                kept.add(batch);
            }
        }
        if (later != null) {
            later.add(batch);
        }
        rows += batch.rowCount();
    }

    public long rowCount() {
        return rows;
    }

    public int batchCount() {
        SpillRun later = run;
        return kept.size() + (later == null ? 0 : later.batchCount());
    }

    public Batch batch(int index) {
        if (index < kept.size()) {
            return kept.get(index);
        }
        SpillRun later = run;
        if (later == null) {
            throw new AssertionError("no batch " + index);
        }
        return later.batch(index - kept.size());
    }

    /// Whether a part of the rows is in a file.
    public boolean isSpilled() {
        return run != null;
    }

    /// Forgets all rows.
    public void clear() {
        memory.release(bytes);
        bytes = 0;
        rows = 0;
        kept.clear();
        run = null;
        file.close();
    }

    @Override
    public void close() {
        clear();
    }
}
