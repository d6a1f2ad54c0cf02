package org.pgherd.executor.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// Several expressions over the rows of one input. Rows are computed one after another, all expressions of each, so
/// that
/// volatile functions and errors come in PostgreSQL's order. Begins with trees of evaluators; a generated class takes
/// over when there are rows enough.
public final class BatchProjection {
    private final List<Expr> exprs;
    private final ExpressionCompiler compiler;
    /// The input's column that an expression just passes, or -1.
    private final int[] columns;
    private final Carrier[] carriers;
    private final @Nullable Evaluator[] evaluators;
    private final List<Expr> computed = new ArrayList<>();
    private final Warmup warmup = new Warmup();

    private BatchProjection(List<Expr> exprs, ExpressionCompiler compiler) {
        this.exprs = List.copyOf(exprs);
        this.compiler = compiler;
        this.columns = new int[exprs.size()];
        this.carriers = new Carrier[exprs.size()];
        this.evaluators = new Evaluator[exprs.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = BatchExpression.columnOf(exprs.get(i));
            carriers[i] = exprs.get(i).type().carrier();
            if (columns[i] < 0) {
                computed.add(exprs.get(i));
            }
        }
    }

    public static BatchProjection compile(List<Expr> exprs, ExpressionCompiler compiler) {
        return new BatchProjection(exprs, compiler);
    }

    /// The tree of one of the expressions.
    Evaluator evaluator(int index) {
        Evaluator known = evaluators[index];
        if (known == null) {
            known = compiler.compile(exprs.get(index));
            evaluators[index] = known;
        }
        return known;
    }

    /// A vector for each expression: of all rows or, when the frame then has failed, of those before its failed row.
    public Vector[] evaluate(RowFrame frame, Batch batch) {
        Vector[] out = new Vector[columns.length];
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= 0) {
                out[i] = batch.column(columns[i]);
            }
        }
        if (computed.isEmpty()) {
            return out;
        }
        Kernel kernel = warmup.kernel(batch.rowCount(), this::shape, compiler);
        if (kernel != null && kernel.fits(batch)) {
            Vector[] made = kernel.project(frame, batch);
            int next = 0;
            for (int i = 0; i < out.length; i++) {
                if (columns[i] < 0) {
                    out[i] = made[next++];
                }
            }
        } else {
            byTrees(frame, batch, out);
        }
        if (frame.hasFailed()) {
            for (int i = 0; i < out.length; i++) {
                out[i] = columns[i] >= 0 ? out[i].slice(0, frame.failedRow) : out[i];
            }
        }
        return out;
    }

    private Shape shape(Lowering lowering) {
        return new Shape(Shape.Purpose.PROJECT, lowering.lowerAll(computed));
    }

    private void byTrees(RowFrame frame, Batch batch, Vector[] out) {
        int count = batch.rowCount();
        VectorBuilder[] builders = new VectorBuilder[computed.size()];
        Evaluator[] trees = new Evaluator[builders.length];
        int next = 0;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] < 0) {
                trees[next] = evaluator(i);
                builders[next++] = VectorBuilder.of(carriers[i], count);
            }
        }
        frame.outer = batch;
        int row = 0;
        try {
            for (; row < count; row++) {
                frame.outerRow = row;
                for (int i = 0; i < trees.length; i++) {
                    builders[i].appendBoxed(trees[i].evaluate(frame));
                }
            }
        } catch (SqlException e) {
            frame.failure = e;
            frame.failedRow = row;
        }
        next = 0;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] < 0) {
                Vector made = builders[next++].build();
                out[i] = made.length() == row ? made : made.slice(0, row);
            }
        }
    }
}
