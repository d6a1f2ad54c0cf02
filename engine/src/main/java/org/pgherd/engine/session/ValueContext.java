package org.pgherd.engine.session;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.EvaluationContext;
import org.pgherd.executor.expression.RememberedResults;
import org.pgherd.executor.expression.SubPlanRun;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.RoutineCaller;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// For expressions over constants and at most one value, `$1`: they need nothing of a statement that runs.
final class ValueContext implements EvaluationContext {
    private final ValueCodecs codecs;
    private final @Nullable Object value;

    ValueContext(ValueCodecs codecs, @Nullable Object value) {
        this.codecs = codecs;
        this.value = value;
    }

    @Override
    public FunctionContext functions() {
        return codecs.context();
    }

    @Override
    public RoutineCaller routines() {
        throw new AssertionError("a routine in an expression of built-in functions");
    }

    @Override
    public TypeCodec codec(int typeOid) {
        return codecs.codec(typeOid);
    }

    @Override
    public @Nullable Object externParam(int number) {
        return value;
    }

    @Override
    public @Nullable Object execParam(int number) {
        throw new AssertionError("parameter " + number + " without a plan");
    }

    @Override
    public void execParam(int number, @Nullable Object computed) {
        throw new AssertionError("parameter " + number + " without a plan");
    }

    @Override
    public SubPlanRun subPlan(SubPlanExpr plan) {
        throw new AssertionError("a subplan without a plan");
    }

    @Override
    public @Nullable RememberedResults remembered(Object call, int routineOid) {
        return null;
    }

    @Override
    public void checkDomain(SqlType domain, @Nullable Object checked) {
        throw new AssertionError("a domain in an expression of built-in functions");
    }
}
