package org.pgherd.executor.operator;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.expression.BatchPredicate;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.NestParameter;
import org.pgherd.shardplanner.plan.NestedLoop;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Runs NestedLoop. Without parameters the inner rows are read once and kept; with them the inner child runs
/// for each outer row.
final class NestedLoopOperator implements Operator {
    private final JoinKind kind;
    private final Operator outer;
    private final Operator inner;
    private final List<PlanColumn> outerColumns;
    private final List<PlanColumn> innerColumns;
    private final NestParameter[] parameters;
    private final BatchPredicate quals;
    private final ExecutionState state;
    private final RowFrame frame;
    private final RowStore rows;
    private final JoinOutput output = new JoinOutput();
    private final BitSet matched = new BitSet();
    private @Nullable Batch kept;
    private @Nullable Batch outerBatch;
    private int outerRow;
    private boolean outerDone;
    /// The inner batch being joined with the current outer row; null before its first.
    private @Nullable Batch innerBatch;
    private int innerRow;
    private boolean inRow;
    private boolean found;
    private int unmatchedFrom;
    private boolean unmatchedStarted;
    private boolean read;
    /// Number of the next batch of kept rows, and of the first row of the current one.
    private int page;

    private int innerBase;
    private int steps;
    private final DelayedError delayed = new DelayedError();

    NestedLoopOperator(NestedLoop node, Operator outer, Operator inner, BatchPredicate quals, ExecutionState state) {
        this.kind = node.kind();
        this.outer = outer;
        this.inner = inner;
        this.outerColumns = node.outer().output();
        this.innerColumns = node.inner().output();
        this.parameters = node.parameters().toArray(NestParameter[]::new);
        this.quals = quals;
        this.state = state;
        this.frame = new RowFrame(state);
        this.rows = state.rowStore(innerColumns);
    }

    @Override
    public void restart() {
        clear();
        outer.restart();
    }

    @Override
    public @Nullable Batch next() {
        delayed.raise();
        try {
            return joined();
        } catch (SqlException e) {
            delayed.keep(e, output.count() > 0 && outerBatch != null);
            return begun(Objects.requireNonNull(outerBatch));
        }
    }

    /// The pairs that were found before an error.
    private @Nullable Batch begun(Batch batch) {
        Batch candidates = kept == null && kind.yieldsInner() ? innerBatch : innerForOutput();
        return output.take(batch, candidates);
    }

    private @Nullable Batch joined() {
        while (!outerDone) {
            Batch batch = outerBatch;
            if (batch == null) {
                batch = outer.next();
                if (batch == null) {
                    outerDone = true;
                    break;
                }
                outerBatch = batch;
                outerRow = 0;
            }
            Batch joined = joinRow(batch);
            if (!inRow && outerRow == batch.rowCount()) {
                if (joined == null) {
                    joined = output.take(batch, innerForOutput());
                }
                outerBatch = null;
            }
            if (joined != null) {
                return joined;
            }
        }
        return yieldsUnmatchedInner() ? unmatchedInner() : null;
    }

    private boolean yieldsUnmatchedInner() {
        return kind == JoinKind.RIGHT || kind == JoinKind.FULL;
    }

    /// Joins outer rows until there is output: pairs with one inner batch at a time, as output refers to one
    /// batch.
    private @Nullable Batch joinRow(Batch batch) {
        if (!inRow) {
            state.cancel().check();
            startInner(batch, outerRow);
            inRow = true;
            found = false;
            innerBatch = null;
        }
        Batch candidates = innerBatch;
        if (candidates == null || innerRow >= candidates.rowCount()) {
            candidates = nextInner(candidates);
            innerBatch = candidates;
            innerRow = 0;
        }
        if (candidates == null) {
            return endRow(batch);
        }
        frame.outer = batch;
        frame.outerRow = outerRow;
        frame.inner = candidates;
        while (innerRow < candidates.rowCount() && output.count() < Batch.DEFAULT_ROWS) {
            if ((++steps & 0xfff) == 0) {
                state.cancel().check();
            }
            int row = innerRow++;
            frame.innerRow = row;
            if (!quals.test(frame)) {
                continue;
            }
            found = true;
            if (!kind.yieldsInner()) {
                return endRow(batch);
            }
            if (yieldsUnmatchedInner()) {
                matched.set(innerBase + row);
            }
            output.add(outerRow, row);
        }
        return emit(batch, candidates);
    }

    /// Pairs with one inner batch only go together into an output batch, which with kept rows is always the same.
    private @Nullable Batch emit(Batch batch, Batch candidates) {
        if (kept != null || !kind.yieldsInner()) {
            return output.count() < Batch.DEFAULT_ROWS ? null : output.take(batch, innerForOutput());
        }
        return output.take(batch, candidates);
    }

    private @Nullable Batch innerForOutput() {
        if (!kind.yieldsInner()) {
            return null;
        }
        return kept == null ? HashJoinOperator.noRows(innerColumns) : kept;
    }

    private void startInner(Batch batch, int row) {
        if (parameters.length == 0) {
            if (!read) {
                read = true;
                readInner();
            }
            page = 0;
            return;
        }
        for (NestParameter parameter : parameters) {
            state.execParam(
                    parameter.parameter(),
                    batch.column(parameter.outerColumn() - 1).boxed(row));
        }
        inner.restart();
    }

    /// Keeps the inner rows: as one batch, unless a part of them is in a file.
    private void readInner() {
        inner.restart();
        for (Batch batch = inner.next(); batch != null; batch = inner.next()) {
            state.cancel().check();
            rows.add(batch);
        }
        inner.close();
        if (!rows.isSpilled()) {
            kept = Gather.concatenate(rows, innerColumns);
        }
    }

    private @Nullable Batch nextInner(@Nullable Batch before) {
        Batch all = kept;
        if (all != null) {
            return before == null && all.rowCount() > 0 ? all : null;
        }
        return parameters.length == 0 ? nextPage(before) : inner.next();
    }

    /// The kept rows batch by batch.
    private @Nullable Batch nextPage(@Nullable Batch before) {
        innerBase = before == null ? 0 : innerBase + before.rowCount();
        return page < rows.batchCount() ? rows.batch(page++) : null;
    }

    private @Nullable Batch endRow(Batch batch) {
        inRow = false;
        int row = outerRow++;
        boolean passes = switch (kind) {
            case SEMI -> found;
            case ANTI, LEFT, FULL -> !found;
            case INNER, RIGHT -> false;
        };
        if (!passes) {
            return null;
        }
        output.add(row, -1);
        return emit(batch, HashJoinOperator.noRows(innerColumns));
    }

    private @Nullable Batch unmatchedInner() {
        if (parameters.length > 0) {
            throw new AssertionError("an outer join of the inner side with parameters");
        }
        if (!unmatchedStarted) {
            // if there was no outer row, the inner side has not been read
            unmatchedStarted = true;
            startInner(HashJoinOperator.noRows(outerColumns), 0);
            innerBatch = nextInner(null);
        }
        while (innerBatch != null) {
            Batch batch = innerBatch;
            state.cancel().check();
            while (unmatchedFrom < batch.rowCount() && output.count() < Batch.DEFAULT_ROWS) {
                int row = Math.min(matched.nextClearBit(innerBase + unmatchedFrom) - innerBase, batch.rowCount());
                if (row < batch.rowCount()) {
                    output.add(-1, row);
                }
                unmatchedFrom = row + 1;
            }
            Batch unmatched = output.take(HashJoinOperator.noRows(outerColumns), batch);
            if (unmatched != null) {
                return unmatched;
            }
            innerBatch = nextInner(batch);
            unmatchedFrom = 0;
        }
        return null;
    }

    private void clear() {
        delayed.forget();
        rows.clear();
        kept = null;
        matched.clear();
        outerBatch = null;
        innerBatch = null;
        outerDone = false;
        inRow = false;
        unmatchedFrom = 0;
        unmatchedStarted = false;
        read = false;
        page = 0;
        innerBase = 0;
    }

    @Override
    public void close() {
        clear();
        outer.close();
        inner.close();
    }
}
