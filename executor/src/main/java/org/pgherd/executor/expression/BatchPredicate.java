package org.pgherd.executor.expression;

import java.util.List;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.semantics.vector.Batch;

/// Conditions that must all be true, tried in order.
public final class BatchPredicate {
    private final Evaluator[] quals;

    private BatchPredicate(Evaluator[] quals) {
        this.quals = quals;
    }

    public static BatchPredicate compile(List<Expr> quals, ExpressionCompiler compiler) {
        return new BatchPredicate(compiler.compileAll(quals));
    }

    public boolean isEmpty() {
        return quals.length == 0;
    }

    /// Fills `selected` with the rows that pass and gives their number.
    public int select(RowFrame frame, Batch batch, int[] selected) {
        int count = 0;
        frame.outer = batch;
        for (int row = 0; row < batch.rowCount(); row++) {
            frame.outerRow = row;
            if (test(frame)) {
                selected[count++] = row;
            }
        }
        return count;
    }

    /// Whether the frame's current rows pass.
    public boolean test(RowFrame frame) {
        for (Evaluator qual : quals) {
            if (!qual.isTrue(frame)) {
                return false;
            }
        }
        return true;
    }
}
