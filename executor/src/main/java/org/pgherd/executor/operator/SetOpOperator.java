package org.pgherd.executor.operator;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.BatchForm;
import org.pgherd.executor.spill.SpillFile;
import org.pgherd.executor.spill.SpillRun;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.SetOp;

/// Runs SetOp: counts the right side's rows by key, then passes left rows as long as the counts say so. Rows whose
/// keys do not fit into memory wait in a file, both sides dealt out by key, and are treated part after part.
final class SetOpOperator implements Operator {
    private final SetOp node;
    private final Operator left;
    private final Operator right;
    private final ExecutionState state;
    private final SpillFile file;
    private final List<PlanColumn> leftColumns;
    private final List<PlanColumn> rightColumns;
    private final ArrayDeque<Part> parts = new ArrayDeque<>();
    private @Nullable SetOpCounts counts;
    private MergedRows.Source leftRows = () -> null;
    private @Nullable KeyPartitions leftLater;
    private @Nullable KeyPartitions rightLater;

    private record Part(@Nullable SpillRun left, @Nullable SpillRun right, int depth) {}

    SetOpOperator(SetOp node, Operator left, Operator right, ExecutionState state) {
        this.node = node;
        this.left = left;
        this.right = right;
        this.state = state;
        this.leftColumns = node.left().output();
        this.rightColumns = node.right().output();
        this.file = new SpillFile(state.memory());
        state.onClose(file);
    }

    @Override
    public void restart() {
        clear();
        left.restart();
        right.restart();
    }

    @Override
    public @Nullable Batch next() {
        SetOpCounts table = counts;
        if (table == null) {
            // without a row on the left the right is never read (setop_fill_hash_table)
            Batch first = left.next();
            if (first == null) {
                return null;
            }
            table = begin(0, right::next, new WithFirst(first, left));
        }
        while (true) {
            Batch batch = leftRows.next();
            if (batch == null) {
                table = nextPart(table);
                if (table == null) {
                    return null;
                }
                continue;
            }
            state.cancel().check();
            if (leftLater == null && table.isFull()) {
                leftLater = partitions(leftColumns, table.depth());
            }
            Batch passed = table.pass(batch, leftLater);
            if (passed != null) {
                return passed;
            }
        }
    }

    private KeyPartitions partitions(List<PlanColumn> columns, int depth) {
        BatchForm form = state.form(columns);
        return new KeyPartitions(columns, depth, file, form);
    }

    /// Counts one part's right rows.
    private SetOpCounts begin(int depth, MergedRows.Source rightRows, MergedRows.Source itsLeft) {
        SetOpCounts table = new SetOpCounts(node, depth, state);
        counts = table;
        leftLater = null;
        rightLater = null;
        leftRows = itsLeft;
        for (Batch batch = rightRows.next(); batch != null; batch = rightRows.next()) {
            state.cancel().check();
            if (rightLater == null && table.isFull()) {
                rightLater = partitions(rightColumns, depth);
                leftLater = partitions(leftColumns, depth);
            }
            table.count(batch, rightLater);
        }
        return table;
    }

    private @Nullable SetOpCounts nextPart(SetOpCounts done) {
        KeyPartitions leftParts = leftLater;
        KeyPartitions rightParts = rightLater;
        if (leftParts != null) {
            SpillRun[] lefts = leftParts.finish();
            SpillRun[] rights = rightParts == null ? null : rightParts.finish();
            for (int i = 0; i < lefts.length; i++) {
                if (lefts[i].rowCount() > 0) {
                    parts.push(new Part(lefts[i], rights == null ? null : rights[i], done.depth() + 1));
                }
            }
            leftLater = null;
        }
        Part part = parts.poll();
        if (part == null) {
            return null;
        }
        done.close();
        return begin(part.depth, source(part.right), source(part.left));
    }

    private static MergedRows.Source source(@Nullable SpillRun run) {
        return run == null ? () -> null : run.read()::next;
    }

    /// An operator's rows of which the first have been read already.
    private static final class WithFirst implements MergedRows.Source {
        private @Nullable Batch first;
        private final Operator rest;

        WithFirst(Batch first, Operator rest) {
            this.first = first;
            this.rest = rest;
        }

        @Override
        public @Nullable Batch next() {
            Batch batch = first;
            first = null;
            return batch == null ? rest.next() : batch;
        }
    }

    private void clear() {
        SetOpCounts table = counts;
        if (table != null) {
            table.close();
            counts = null;
        }
        parts.clear();
        leftLater = null;
        rightLater = null;
        file.close();
    }

    @Override
    public void close() {
        clear();
        left.close();
        right.close();
    }
}
