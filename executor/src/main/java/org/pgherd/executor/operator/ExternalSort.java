package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.BatchForm;
import org.pgherd.executor.spill.SpillFile;
import org.pgherd.executor.spill.SpillRun;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Sorts rows: in memory as long as they fit, else by sorted runs in a file that are merged in the end
/// (tuplesort.c).
final class ExternalSort implements AutoCloseable {
    /// Runs that are merged at once; one batch of each is in memory then.
    private static final int FAN_IN = 128;
    private static final int ROWS_IN_RUN = 256;
    private static final int BYTES_PER_ROW = 24;

    private final RowOrder order;
    private final List<PlanColumn> columns;
    private final ExecutionState state;
    private final RowBuffer rows;
    private final SpillFile file;
    private final BatchForm form;
    private List<SpillRun> runs = new ArrayList<>();
    private @Nullable MergedRows merged;
    private long[] sorted = {};
    private int position;

    ExternalSort(RowOrder order, List<PlanColumn> columns, ExecutionState state) {
        this.order = order;
        this.columns = columns;
        this.state = state;
        this.rows = new RowBuffer(state.memory());
        this.file = new SpillFile(state.memory());
        this.form = state.form(columns);
    }

    void add(Batch batch) {
        state.cancel().check();
        rows.add(batch);
        if (rows.isFull(BYTES_PER_ROW)) {
            writeRun();
        }
    }

    private void writeRun() {
        sortBuffer();
        SpillRun run = new SpillRun(file, form);
        for (Batch batch = fromBuffer(ROWS_IN_RUN); batch != null; batch = fromBuffer(ROWS_IN_RUN)) {
            run.add(batch);
        }
        rows.clear();
        runs.add(run);
        if (runs.size() == FAN_IN) {
            MergedRows merge = merge(false);
            SpillRun one = new SpillRun(file, form);
            for (Batch batch = merge.next(); batch != null; batch = merge.next()) {
                state.cancel().check();
                for (int from = 0; from < batch.rowCount(); from += ROWS_IN_RUN) {
                    one.add(Gather.slice(batch, from, Math.min(ROWS_IN_RUN, batch.rowCount() - from)));
                }
            }
            runs = new ArrayList<>(List.of(one));
        }
    }

    private MergedRows merge(boolean withBuffer) {
        MergedRows merge = new MergedRows(order, columns);
        List<MergedRows.Source> sources = new ArrayList<>();
        for (SpillRun run : runs) {
            SpillRun.Reader reader = run.read();
            sources.add(reader::next);
        }
        if (withBuffer) {
            sources.add(() -> fromBuffer(Batch.DEFAULT_ROWS));
        }
        merge.start(sources);
        return merge;
    }

    private void sortBuffer() {
        for (int i = 0; i < rows.batchCount(); i++) {
            order.foresee(rows.batch(i));
        }
        sorted = RowAddresses.of(rows);
        RowAddresses.sort(sorted, rows, order, state.cancel());
        position = 0;
    }

    /// The next rows of those in memory.
    private @Nullable Batch fromBuffer(int most) {
        int count = Math.min(most, sorted.length - position);
        if (count == 0) {
            return null;
        }
        state.cancel().check();
        BatchBuilder out = new BatchBuilder(BatchBuilder.builders(columns, count));
        for (int end = position + count; position < end; position++) {
            out.append(RowAddresses.batch(sorted[position], rows), (int) sorted[position]);
        }
        return out.take();
    }

    /// No more rows come; they are read from now on.
    void finish() {
        sortBuffer();
        if (!runs.isEmpty()) {
            merged = merge(true);
        }
    }

    @Nullable
    Batch next() {
        MergedRows merge = merged;
        if (merge == null) {
            return fromBuffer(Batch.DEFAULT_ROWS);
        }
        state.cancel().check();
        return merge.next();
    }

    /// Forgets all rows, to begin anew.
    void clear() {
        rows.clear();
        runs = new ArrayList<>();
        merged = null;
        sorted = new long[0];
        position = 0;
        file.close();
    }

    @Override
    public void close() {
        clear();
    }
}
