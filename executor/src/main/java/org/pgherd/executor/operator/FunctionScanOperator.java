package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.expression.SetExpression;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.FunctionScan;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.TableFunction;

/// Runs FunctionScan: several functions side by side, the shorter ones filled with NULLs.
final class FunctionScanOperator implements Operator {
    private final List<TableFunction> functions;
    private final SetExpression[] calls;
    /// Null for a function that is called anew.
    private final @Nullable KeptRows[] kept;
    private final boolean ordinality;
    private final List<PlanColumn> columns;
    private final ExecutionState state;
    private final RowFrame frame;
    private @Nullable RowIterator @Nullable [] rows;
    private long number;

    FunctionScanOperator(FunctionScan node, SetExpression[] calls, ExecutionState state) {
        this.functions = node.functions();
        this.calls = calls;
        this.kept = new KeptRows[calls.length];
        for (int i = 0; i < calls.length; i++) {
            TableFunction function = functions.get(i);
            if (function.once() && PlanDependencies.of(function.call(), state).isEmpty()) {
                kept[i] = new KeptRows(function.columns(), state);
            }
        }
        this.ordinality = node.ordinality();
        this.columns = node.output();
        this.state = state;
        this.frame = new RowFrame(state);
    }

    @Override
    public void restart() {
        close();
    }

    @Override
    public @Nullable Batch next() {
        @Nullable RowIterator[] open = rows;
        if (open == null) {
            open = new RowIterator[calls.length];
            for (int i = 0; i < open.length; i++) {
                open[i] = open(i);
            }
            rows = open;
            number = 0;
        }
        BatchBuilder out = new BatchBuilder(columns);
        while (!out.isFull() && appendRow(open, out)) {
            if ((out.rowCount() & 0xff) == 0) {
                state.cancel().check();
            }
        }
        return out.take();
    }

    private @Nullable RowIterator open(int function) {
        KeptRows once = kept[function];
        if (once == null) {
            return calls[function].rows(frame);
        }
        if (!once.isFilled()) {
            once.fill(calls[function].rows(frame));
        }
        return once.read();
    }

    private boolean appendRow(@Nullable RowIterator[] open, BatchBuilder out) {
        boolean any = false;
        boolean[] present = new boolean[open.length];
        for (int i = 0; i < open.length; i++) {
            RowIterator iterator = open[i];
            if (iterator != null) {
                present[i] = iterator.next();
                any |= present[i];
                if (!present[i]) {
                    iterator.close();
                    open[i] = null;
                }
            }
        }
        if (!any) {
            return false;
        }
        int column = 0;
        for (int i = 0; i < open.length; i++) {
            int width = functions.get(i).columns().size();
            RowIterator iterator = open[i];
            for (int c = 0; c < width; c++) {
                out.column(column++).appendBoxed(iterator == null || !present[i] ? null : iterator.get(c));
            }
        }
        if (ordinality) {
            out.column(column).appendBoxed(++number);
        }
        out.endRow();
        return true;
    }

    @Override
    public void close() {
        @Nullable RowIterator[] open = rows;
        rows = null;
        if (open != null) {
            for (RowIterator iterator : open) {
                if (iterator != null) {
                    iterator.close();
                }
            }
        }
    }
}
