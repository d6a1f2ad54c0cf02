package org.pgherd.executor.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.vector.Batch;

/// Conditions that must all be true, tried in order.
public final class BatchPredicate {
    private static final int TESTS_A_CHECK = 256;

    private final List<Expr> quals;
    private final ExpressionCompiler compiler;
    private Evaluator @Nullable [] trees;
    private final Warmup selecting = new Warmup();
    private final Warmup testing = new Warmup();
    private @Nullable Kernel tester;
    /// The batches of which it is known whether the tester fits them.
    private @Nullable Batch checkedOuter;

    private @Nullable Batch checkedInner;
    private boolean fits;
    private int untilCheck = TESTS_A_CHECK;

    private BatchPredicate(List<Expr> quals, ExpressionCompiler compiler) {
        this.quals = List.copyOf(quals);
        this.compiler = compiler;
    }

    public static BatchPredicate compile(List<Expr> quals, ExpressionCompiler compiler) {
        return new BatchPredicate(quals, compiler);
    }

    public boolean isEmpty() {
        return quals.isEmpty();
    }

    /// Fills `selected` with the rows that pass and gives their number; if the frame then has failed, there may be more
    /// of them from its failed row on.
    public int select(RowFrame frame, Batch batch, int[] selected) {
        Kernel kernel = selecting.kernel(batch.rowCount(), this::selection, compiler);
        if (kernel != null && kernel.fits(batch)) {
            return kernel.select(frame, batch, selected);
        }
        int count = 0;
        frame.outer = batch;
        int row = 0;
        try {
            for (; row < batch.rowCount(); row++) {
                frame.outerRow = row;
                if (byTrees(frame)) {
                    selected[count++] = row;
                }
            }
        } catch (SqlException e) {
            frame.failure = e;
            frame.failedRow = row;
        }
        return count;
    }

    /// Whether the frame's current rows pass.
    public boolean test(RowFrame frame) {
        if (quals.isEmpty()) {
            return true;
        }
        Kernel kernel = tester;
        if (kernel == null) {
            if (--untilCheck == 0) {
                untilCheck = TESTS_A_CHECK;
                tester = testing.kernel(TESTS_A_CHECK, this::condition, compiler);
            }
            return byTrees(frame);
        }
        if (frame.outer != checkedOuter || frame.inner != checkedInner) {
            checkedOuter = frame.outer;
            checkedInner = frame.inner;
            fits = kernel.fits(frame);
        }
        return fits ? kernel.test(frame) : byTrees(frame);
    }

    private boolean byTrees(RowFrame frame) {
        Evaluator[] evaluators = trees;
        if (evaluators == null) {
            evaluators = compiler.compileAll(quals);
            trees = evaluators;
        }
        for (Evaluator qual : evaluators) {
            if (!qual.isTrue(frame)) {
                return false;
            }
        }
        return true;
    }

    private Shape selection(Lowering lowering) {
        return new Shape(Shape.Purpose.SELECT, List.of(new RowCode.Quals(lowering.conditions(quals))));
    }

    private Shape condition(Lowering lowering) {
        return new Shape(Shape.Purpose.TEST, List.of(new RowCode.Quals(lowering.conditions(quals))));
    }
}
