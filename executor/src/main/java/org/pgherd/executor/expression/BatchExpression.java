package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// An expression over the rows of one input, a vector at a time.
public final class BatchExpression {
    private final Evaluator evaluator;
    private final Carrier carrier;
    /// The input's column that this is, or -1.
    private final int column;

    private BatchExpression(Evaluator evaluator, Carrier carrier, int column) {
        this.evaluator = evaluator;
        this.carrier = carrier;
        this.column = column;
    }

    public static BatchExpression compile(Expr expr, ExpressionCompiler compiler) {
        int column = expr instanceof Var v && v.varno() == Var.OUTER && v.attno() > 0 ? v.attno() - 1 : -1;
        return new BatchExpression(compiler.compile(expr), expr.type().carrier(), column);
    }

    public Carrier carrier() {
        return carrier;
    }

    /// Whether it just passes a column of the input.
    public boolean isColumn() {
        return column >= 0;
    }

    public Vector evaluate(RowFrame frame, Batch batch) {
        if (column >= 0) {
            return batch.column(column);
        }
        int count = batch.rowCount();
        VectorBuilder out = VectorBuilder.of(carrier, count);
        frame.outer = batch;
        for (int row = 0; row < count; row++) {
            frame.outerRow = row;
            out.appendBoxed(evaluator.evaluate(frame));
        }
        return out.build();
    }

    /// The value for one row.
    public @Nullable Object value(RowFrame frame, Batch batch, int row) {
        return column >= 0 ? batch.column(column).boxed(row) : evaluator.evaluate(frame.at(batch, row));
    }
}
