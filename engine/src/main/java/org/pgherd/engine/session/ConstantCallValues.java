package org.pgherd.engine.session;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.expression.EvaluationContext;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RememberedResults;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.expression.SubPlanRun;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.RoutineCaller;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.facts.ConstantCalls;
import org.pgherd.shardplanner.plan.SubPlanExpr;

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
            Object value = compiler.compile(call).evaluate(new RowFrame(new NoRows()));
            return new Const(call.type(), value, Position.NONE);
        } catch (SqlException e) {
            if (e.state().equals(SqlState.FEATURE_NOT_SUPPORTED)) {
                return null;
            }
            throw e;
        }
    }

    /// Constants need nothing of a statement that runs.
    private final class NoRows implements EvaluationContext {
        @Override
        public FunctionContext functions() {
            return codecs.context();
        }

        @Override
        public RoutineCaller routines() {
            throw new AssertionError("routines are not called while planning");
        }

        @Override
        public TypeCodec codec(int typeOid) {
            return codecs.codec(typeOid);
        }

        @Override
        public @Nullable Object externParam(int number) {
            throw new AssertionError("parameter $" + number + " in a constant");
        }

        @Override
        public @Nullable Object execParam(int number) {
            throw new AssertionError("parameter " + number + " in a constant");
        }

        @Override
        public void execParam(int number, @Nullable Object value) {
            throw new AssertionError("parameter " + number + " in a constant");
        }

        @Override
        public SubPlanRun subPlan(SubPlanExpr plan) {
            throw new AssertionError("a subplan in a constant");
        }

        @Override
        public @Nullable RememberedResults remembered(Object call, int routineOid) {
            return null;
        }

        @Override
        public void checkDomain(SqlType domain, @Nullable Object value) {
            throw new AssertionError("a domain in a constant");
        }
    }
}
