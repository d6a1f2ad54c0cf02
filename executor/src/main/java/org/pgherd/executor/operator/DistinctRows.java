package org.pgherd.executor.operator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.BatchForm;
import org.pgherd.executor.spill.SpillFile;
import org.pgherd.executor.spill.SpillRun;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.SortKey;

/// Passes the first row of each key, in the order of the rows. Once the keys outgrow memory no more are added to
/// the table: rows with other keys wait in a file, dealt out by key, until the input has ended; then part after part
/// goes through a table of its own, and what passes is merged back into the order of the rows.
final class DistinctRows {
    private final int[] keyColumns;
    private final SqlType[] types;
    private final List<PlanColumn> columns;
    private final List<PlanColumn> numberedColumns;
    private final ExecutionState state;
    private final SpillFile file;
    private final ArrayDeque<Part> parts = new ArrayDeque<>();
    private KeyTable keys;
    private long reserved;
    private int[] selected = new int[Batch.DEFAULT_ROWS];
    private @Nullable KeyPartitions deferred;
    private @Nullable MergedRows merged;
    private long row;

    private record Part(SpillRun rows, int depth) {}

    DistinctRows(List<GroupKey> groupKeys, List<PlanColumn> columns, ExecutionState state) {
        this.keyColumns = groupKeys.stream().mapToInt(key -> key.column() - 1).toArray();
        this.types = groupKeys.stream().map(GroupKey::type).toArray(SqlType[]::new);
        this.columns = columns;
        this.numberedColumns = new ArrayList<>(columns);
        numberedColumns.add(new PlanColumn("", SqlType.INT8));
        this.state = state;
        this.file = new SpillFile(state.memory());
        this.keys = KeyTable.of(groupKeys, state.types());
        state.onClose(file);
    }

    /// The rows with new keys, as far as that is known already; null if there are none.
    @Nullable
    Batch firstSeen(Batch batch) {
        if (deferred != null) {
            defer(batch, deferred);
            return null;
        }
        Batch fresh = fresh(batch);
        if (state.memory().isFull(reserved)) {
            deferred = partitions(0);
        }
        row += batch.rowCount();
        return fresh;
    }

    private @Nullable Batch fresh(Batch batch) {
        if (selected.length < batch.rowCount()) {
            selected = new int[batch.rowCount()];
        }
        Vector[] key = keyOf(batch, keyColumns);
        int count = 0;
        for (int i = 0; i < batch.rowCount(); i++) {
            int before = keys.count();
            if (keys.add(key, i) == before) {
                selected[count++] = i;
            }
        }
        if (count == 0) {
            return null;
        }
        long bytes = (long) count * keys.bytesPerKey();
        state.memory().reserve(bytes);
        reserved += bytes;
        return count == batch.rowCount() ? batch : Gather.rows(batch, selected, count);
    }

    static Vector[] keyOf(Batch batch, int[] columns) {
        Vector[] key = new Vector[columns.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = batch.column(columns[i]);
        }
        return key;
    }

    private KeyPartitions partitions(int depth) {
        return new KeyPartitions(numberedColumns, depth, file, form());
    }

    private BatchForm form() {
        return state.form(numberedColumns);
    }

    private void defer(Batch batch, KeyPartitions into) {
        int rows = batch.rowCount();
        long[] numbers = new long[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = row++;
        }
        Vector[] numbered = Arrays.copyOf(batch.columns(), columns.size() + 1);
        numbered[columns.size()] = new LongVector(rows, numbers, null);
        deal(new Batch(rows, numbered), into);
    }

    /// Rows whose keys the table does not have.
    private void deal(Batch numbered, KeyPartitions into) {
        state.cancel().check();
        Vector[] key = keyOf(numbered, keyColumns);
        for (int i = 0; i < numbered.rowCount(); i++) {
            if (keys.find(key, i) == KeyTable.NONE) {
                into.add(keys.hash(key, i), numbered, i);
            }
        }
    }

    /// After the end of the input: the next rows that are the first of their key among those that had to wait; null
    /// when there are no more.
    @Nullable
    Batch deferred() {
        KeyPartitions waiting = deferred;
        if (waiting == null) {
            return null;
        }
        MergedRows rows = merged;
        if (rows == null) {
            rows = merge(waiting);
            merged = rows;
        }
        Batch batch = rows.next();
        if (batch == null) {
            return null;
        }
        return new Batch(batch.rowCount(), Arrays.copyOf(batch.columns(), columns.size()));
    }

    private MergedRows merge(KeyPartitions waiting) {
        push(waiting, 1);
        List<MergedRows.Source> sources = new ArrayList<>();
        for (Part part = parts.poll(); part != null; part = parts.poll()) {
            forgetKeys();
            SpillRun passed = distinct(part);
            SpillRun.Reader reader = passed.read();
            sources.add(reader::next);
        }
        forgetKeys();
        SortKey byNumber = new SortKey(columns.size() + 1, SqlType.INT8, 0, 0, false, false, 0);
        MergedRows inOrder = new MergedRows(new RowOrder(List.of(byNumber), state), numberedColumns);
        inOrder.start(sources);
        return inOrder;
    }

    private void push(KeyPartitions from, int depth) {
        for (SpillRun run : from.finish()) {
            if (run.rowCount() > 0) {
                parts.add(new Part(run, depth));
            }
        }
    }

    private SpillRun distinct(Part part) {
        SpillRun passed = new SpillRun(file, form());
        KeyPartitions later = null;
        SpillRun.Reader reader = part.rows.read();
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
            state.cancel().check();
            if (later != null) {
                deal(batch, later);
                continue;
            }
            Batch fresh = fresh(batch);
            if (fresh != null) {
                passed.add(fresh);
            }
            if (state.memory().isFull(reserved) && part.depth < KeyPartitions.DEEPEST) {
                later = partitions(part.depth);
            }
        }
        if (later != null) {
            push(later, part.depth + 1);
        }
        return passed;
    }

    private void forgetKeys() {
        keys.clear();
        state.memory().release(reserved);
        reserved = 0;
    }

    void clear() {
        forgetKeys();
        parts.clear();
        deferred = null;
        merged = null;
        row = 0;
        file.close();
    }
}
