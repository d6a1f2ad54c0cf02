package org.pgherd.executor.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;

/// An expression over the rows of one input, a vector at a time.
public final class BatchExpression {
    private final BatchProjection projection;
    private final Carrier carrier;
    private final Evaluator evaluator;
    /// The input's column that this is, or -1.
    private final int column;

    private BatchExpression(Expr expr, ExpressionCompiler compiler) {
        this.projection = BatchProjection.compile(List.of(expr), compiler);
        this.evaluator = projection.evaluator(0);
        this.carrier = expr.type().carrier();
        this.column = columnOf(expr);
    }

    public static BatchExpression compile(Expr expr, ExpressionCompiler compiler) {
        return new BatchExpression(expr, compiler);
    }

    /// The column of the outer input that an expression just passes, -1 if it computes something.
    static int columnOf(Expr expr) {
        return expr instanceof Var v && v.varno() == Var.OUTER && v.attno() > 0 ? v.attno() - 1 : -1;
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
        Vector made = projection.evaluate(frame, batch)[0];
        frame.throwFailure();
        return made;
    }

    /// The value for one row.
    public @Nullable Object value(RowFrame frame, Batch batch, int row) {
        return column >= 0 ? batch.column(column).boxed(row) : evaluator.evaluate(frame.at(batch, row));
    }
}
