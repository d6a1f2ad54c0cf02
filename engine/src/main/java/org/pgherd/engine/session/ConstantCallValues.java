package org.pgherd.engine.session;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.shardplanner.facts.ConstantCalls;

/// Calls of built-in immutable functions, computed by the executor's own expressions (clauses.c:evaluate_expr).
final class ConstantCallValues implements ConstantCalls {
    private final ExpressionCompiler compiler = new ExpressionCompiler();
    private final ValueCodecs codecs;

    ConstantCallValues(ValueCodecs codecs) {
        this.codecs = codecs;
    }

    @Override
    public @Nullable Const valueOf(Expr call) {
        try {
            Object value = compiler.compile(call).evaluate(new RowFrame(new ValueContext(codecs, null)));
            return new Const(call.type(), value, Position.NONE);
        } catch (SqlException e) {
            if (e.state().equals(SqlState.FEATURE_NOT_SUPPORTED)) {
                return null;
            }
            throw e;
        }
    }
}
