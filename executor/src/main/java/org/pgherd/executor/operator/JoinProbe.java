package org.pgherd.executor.operator;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.expression.BatchExpression;
import org.pgherd.executor.expression.BatchPredicate;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.JoinKind;

/// Looks up outer rows in a [JoinTable] and pairs them, a batch of output at a time. Where the inner rows come in
/// several tables one after another, the outer rows come past each of them, and what they have met is remembered.
final class JoinProbe {
    private final JoinKind kind;
    private final BatchExpression[] keys;
    private final BatchPredicate quals;
    private final ExecutionState state;
    private final RowFrame frame;
    private final JoinOutput output = new JoinOutput();
    private @Nullable JoinTable table;
    private @Nullable Batch outer;
    private int[] firsts = new int[Batch.DEFAULT_ROWS];
    private int row;
    private boolean inRow;
    private boolean found;
    private int candidate;
    private int steps;
    private int unmatchedFrom;
    /// Outer rows that have met a partner in any table so far; null if there is just one table.
    private @Nullable BitSet met;
    private boolean lastTable;
    private int outerBase;
    private final DelayedError delayed = new DelayedError();

    JoinProbe(JoinKind kind, BatchExpression[] keys, BatchPredicate quals, ExecutionState state) {
        this.kind = kind;
        this.keys = keys;
        this.quals = quals;
        this.state = state;
        this.frame = new RowFrame(state);
    }

    static Vector[] evaluate(BatchExpression[] expressions, RowFrame frame, Batch batch) {
        Vector[] vectors = new Vector[expressions.length];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = expressions[i].evaluate(frame, batch);
        }
        return vectors;
    }

    /// Begins with a table that is the only one.
    void table(JoinTable only) {
        table(only, null, true);
    }

    /// Begins with one table of several.
    ///
    /// @param metBefore of the outer rows in their order, kept from table to table
    void table(JoinTable next, @Nullable BitSet metBefore, boolean last) {
        table = next;
        met = metBefore;
        lastTable = last;
        outer = null;
        outerBase = 0;
        unmatchedFrom = 0;
    }

    boolean needsOuter() {
        return outer == null;
    }

    void outer(Batch batch) {
        outer = batch;
        JoinTable inner = table;
        if (inner == null) {
            throw new AssertionError("nothing to join with");
        }
        if (firsts.length < batch.rowCount()) {
            firsts = new int[batch.rowCount()];
        }
        inner.first(evaluate(keys, frame, batch), batch.rowCount(), firsts);
        row = 0;
        inRow = false;
    }

    /// The next pairs of the outer batch; null when it is used up (or, rarely, before that).
    @Nullable
    Batch pairs() {
        Batch batch = outer;
        JoinTable inner = table;
        if (batch == null || inner == null) {
            throw new AssertionError("nothing to join");
        }
        delayed.raise();
        state.cancel().check();
        if (kind == JoinKind.INNER && quals.isEmpty() && inner.isUnique()) {
            for (; row < batch.rowCount(); row++) {
                if (firsts[row] != JoinTable.END) {
                    output.add(row, firsts[row]);
                }
            }
        }
        try {
            while (row < batch.rowCount() && output.count() < Batch.DEFAULT_ROWS) {
                joinRow(batch, inner);
            }
        } catch (SqlException e) {
            delayed.keep(e, output.count() > 0);
        }
        Batch joined = output.take(batch, kind.yieldsInner() ? inner.rows() : null);
        if (row == batch.rowCount()) {
            outerBase += batch.rowCount();
            outer = null;
        }
        return joined;
    }

    private void joinRow(Batch batch, JoinTable inner) {
        if (!inRow) {
            inRow = true;
            found = false;
            candidate = firsts[row];
        }
        while (candidate != JoinTable.END) {
            int innerRow = candidate;
            candidate = inner.next(innerRow);
            if (quals.isEmpty() || matches(batch, inner.rows(), innerRow)) {
                found = true;
                if (!kind.yieldsInner()) {
                    break;
                }
                if (kind == JoinKind.RIGHT || kind == JoinKind.FULL) {
                    inner.match(innerRow);
                }
                output.add(row, innerRow);
                if (output.count() >= Batch.DEFAULT_ROWS && candidate != JoinTable.END) {
                    return;
                }
            }
        }
        endRow();
    }

    private boolean matches(Batch batch, Batch inner, int innerRow) {
        if ((++steps & 0xfff) == 0) {
            state.cancel().check();
        }
        frame.outer = batch;
        frame.outerRow = row;
        frame.inner = inner;
        frame.innerRow = innerRow;
        return quals.test(frame);
    }

    private void endRow() {
        BitSet before = met;
        boolean already = before != null && before.get(outerBase + row);
        switch (kind) {
            case SEMI -> {
                if (found && !already) {
                    output.add(row, JoinTable.END);
                }
            }
            case ANTI, LEFT, FULL -> {
                if (!found && !already && lastTable) {
                    output.add(row, JoinTable.END);
                }
            }
            case INNER, RIGHT -> {
                // only pairs
            }
        }
        if (before != null && found) {
            before.set(outerBase + row);
        }
        row++;
        inRow = false;
    }

    /// The next inner rows of the table that have met no partner; null when there are no more.
    ///
    /// @param noOuter an empty batch with the outer columns
    @Nullable
    Batch unmatchedInner(Batch noOuter) {
        JoinTable inner = table;
        if (inner == null || kind != JoinKind.RIGHT && kind != JoinKind.FULL) {
            return null;
        }
        state.cancel().check();
        int end = inner.rows().rowCount();
        while (unmatchedFrom < end && output.count() < Batch.DEFAULT_ROWS) {
            int next = inner.unmatched(unmatchedFrom);
            if (next < end) {
                output.add(JoinTable.END, next);
            }
            unmatchedFrom = next + 1;
        }
        return output.take(noOuter, inner.rows());
    }

    void clear() {
        delayed.forget();
        table = null;
        outer = null;
        met = null;
    }
}
