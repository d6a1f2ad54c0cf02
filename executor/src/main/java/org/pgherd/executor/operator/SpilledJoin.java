package org.pgherd.executor.operator;

import java.util.ArrayDeque;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.spill.SpillFile;
import org.pgherd.executor.spill.SpillRun;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;

/// A hash join whose inner rows do not fit into memory: both inputs are dealt out by key to partitions in a file,
/// which are joined one after another (nodeHash.c's batches). A partition that is still too large is dealt out again
/// by other bits of the hash; one that this does not divide, as its rows have few keys, is joined a memoryful of inner
/// rows at a time.
final class SpilledJoin implements AutoCloseable {
    private final JoinSide outerSide;
    private final JoinSide innerSide;
    private final SqlType[] keyTypes;
    private final JoinProbe probe;
    private final ExecutionState state;
    private final RowFrame frame;
    private final KeyTable hasher;
    private final SpillFile file;
    private final RowBuffer buffer;
    private final Batch noOuter;
    private final ArrayDeque<Part> parts = new ArrayDeque<>();
    private KeyPartitions inner;
    private @Nullable KeyPartitions outer;
    private @Nullable Part current;
    private SpillRun.@Nullable Reader innerReader;
    private SpillRun.@Nullable Reader outerReader;
    private @Nullable BitSet met;
    private boolean lastTable;

    private record Part(SpillRun inner, SpillRun outer, int depth) {}

    SpilledJoin(JoinSide outerSide, JoinSide innerSide, SqlType[] keyTypes, JoinProbe probe, ExecutionState state) {
        this.outerSide = outerSide;
        this.innerSide = innerSide;
        this.keyTypes = keyTypes;
        this.probe = probe;
        this.state = state;
        this.frame = new RowFrame(state);
        this.hasher = new KeyTable(state.types(), keyTypes);
        this.file = new SpillFile(state.memory());
        this.buffer = new RowBuffer(state.memory());
        this.noOuter = HashJoinOperator.noRows(outerSide.columns());
        this.inner = new KeyPartitions(innerSide.columns(), 0, file, innerSide.form());
    }

    void addInner(Batch batch) {
        deal(batch, innerSide, inner);
    }

    private void deal(Batch batch, JoinSide side, KeyPartitions into) {
        state.cancel().check();
        Vector[] key = JoinProbe.evaluate(side.keys(), frame, batch);
        for (int row = 0; row < batch.rowCount(); row++) {
            if (side.keepsNullKeys() || !KeyTable.hasNull(key, row)) {
                into.add(hasher.hash(key, row), batch, row);
            }
        }
    }

    void addOuter(Batch batch) {
        KeyPartitions into = outer;
        if (into == null) {
            into = new KeyPartitions(outerSide.columns(), 0, file, outerSide.form());
            outer = into;
        }
        deal(batch, outerSide, into);
    }

    /// Both inputs have ended.
    void endOfInput() {
        KeyPartitions dealt = outer == null ? new KeyPartitions(outerSide.columns(), 0, file, outerSide.form()) : outer;
        outer = null;
        push(inner.finish(), dealt.finish(), 1, Long.MAX_VALUE);
    }

    /// @param innerRows of what was dealt out: a part with nearly all of it is not divided again
    private void push(SpillRun[] innerRuns, SpillRun[] outerRuns, int depth, long innerRows) {
        for (int i = innerRuns.length - 1; i >= 0; i--) {
            boolean divides = innerRuns[i].rowCount() < innerRows - innerRows / 8;
            parts.push(new Part(innerRuns[i], outerRuns[i], divides ? depth : KeyPartitions.DEEPEST));
        }
    }

    @Nullable
    Batch next() {
        while (true) {
            if (current == null && !nextPart()) {
                return null;
            }
            Batch joined = step();
            if (joined != null) {
                return joined;
            }
        }
    }

    private boolean nextPart() {
        Part part = parts.poll();
        while (part != null && part.inner.rowCount() == 0 && part.outer.rowCount() == 0) {
            part = parts.poll();
        }
        if (part == null) {
            return false;
        }
        current = part;
        innerReader = part.inner.read();
        met = null;
        loadTable(part, true);
        return true;
    }

    /// Takes as many of the part's inner rows into a table as fit.
    private void loadTable(Part part, boolean first) {
        buffer.clear();
        SpillRun.Reader reader = required(innerReader);
        boolean full = false;
        for (Batch batch = reader.next(); batch != null; batch = full ? null : reader.next()) {
            state.cancel().check();
            buffer.add(batch);
            full = buffer.isFull(JoinTable.BYTES_PER_ROW) && reader.hasNext();
        }
        if (full && first && part.depth < KeyPartitions.DEEPEST) {
            divide(part);
            return;
        }
        if (full && met == null) {
            met = new BitSet();
        }
        lastTable = !full;
        Batch rows = buffer.rowCount() == 0
                ? HashJoinOperator.noRows(innerSide.columns())
                : buffer.concatenate(BatchBuilder.builders(innerSide.columns(), buffer.rowCount()));
        Vector[] key = JoinProbe.evaluate(innerSide.keys(), frame, rows);
        probe.table(new JoinTable(rows, key, keyTypes, state), met, lastTable);
        outerReader = part.outer.read();
    }

    private void divide(Part part) {
        buffer.clear();
        KeyPartitions innerParts = new KeyPartitions(innerSide.columns(), part.depth, file, innerSide.form());
        KeyPartitions outerParts = new KeyPartitions(outerSide.columns(), part.depth, file, outerSide.form());
        deal(part.inner, innerSide, innerParts);
        deal(part.outer, outerSide, outerParts);
        push(innerParts.finish(), outerParts.finish(), part.depth + 1, part.inner.rowCount());
        current = null;
    }

    private void deal(SpillRun run, JoinSide side, KeyPartitions into) {
        SpillRun.Reader reader = run.read();
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
            deal(batch, side, into);
        }
    }

    /// Joins a little further in the current part.
    private @Nullable Batch step() {
        Part part = current;
        if (part == null) {
            return null;
        }
        if (probe.needsOuter()) {
            Batch batch = required(outerReader).next();
            if (batch == null) {
                return endOfTable(part);
            }
            probe.outer(batch);
        }
        return probe.pairs();
    }

    private @Nullable Batch endOfTable(Part part) {
        Batch unmatched = probe.unmatchedInner(noOuter);
        if (unmatched == null) {
            if (lastTable) {
                current = null;
                buffer.clear();
            } else {
                loadTable(part, false);
            }
        }
        return unmatched;
    }

    private static SpillRun.Reader required(SpillRun.@Nullable Reader reader) {
        if (reader == null) {
            throw new AssertionError("no part is open");
        }
        return reader;
    }

    @Override
    public void close() {
        parts.clear();
        buffer.close();
        file.close();
    }
}
