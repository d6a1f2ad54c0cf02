package org.pgherd.executor.spill;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// Batches written to a file one after another, and read in that order, as often as one likes.
public final class SpillRun {
    private final SpillFile file;
    private final BatchForm form;
    private final LongArrayList positions = new LongArrayList();
    private final IntArrayList lengths = new IntArrayList();
    private long rows;

    public SpillRun(SpillFile file, BatchForm form) {
        this.file = file;
        this.form = form;
    }

    public void add(Batch batch) {
        ByteBuffer block = form.encode(batch);
        lengths.add(block.remaining());
        positions.add(file.append(block));
        rows += batch.rowCount();
    }

    public long rowCount() {
        return rows;
    }

    public int batchCount() {
        return lengths.size();
    }

    /// Bytes in the file.
    public long bytes() {
        long sum = 0;
        for (int i = 0; i < lengths.size(); i++) {
            sum += lengths.getInt(i);
        }
        return sum;
    }

    public Batch batch(int index) {
        int length = lengths.getInt(index);
        ByteBuffer block = BatchForm.buffer(length);
        block.limit(length);
        file.read(positions.getLong(index), block);
        return form.decode(block);
    }

    /// From the first batch on.
    public Reader read() {
        return new Reader(this);
    }

    /// One reader's place.
    public static final class Reader {
        private final SpillRun run;
        private int next;

        private Reader(SpillRun run) {
            this.run = run;
        }

        public boolean hasNext() {
            return next < run.batchCount();
        }

        public @Nullable Batch next() {
            return next < run.batchCount() ? run.batch(next++) : null;
        }
    }
}
