package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.RoutineCaller;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// What expressions may ask of the statement's execution.
public interface EvaluationContext {
    FunctionContext functions();

    /// For routines that Java does not implement.
    RoutineCaller routines();

    TypeCodec codec(int typeOid);

    /// Value of `$number`.
    @Nullable
    Object externParam(int number);

    /// Value of an EXEC parameter; runs the init plan behind it if it has not run.
    @Nullable
    Object execParam(int number);

    void execParam(int number, @Nullable Object value);

    /// The run of a subplan in this execution.
    SubPlanRun subPlan(SubPlanExpr plan);

    /// What a call of a routine gave in this execution, where it may be remembered; else null.
    ///
    /// @param call known by its identity
    @Nullable
    RememberedResults remembered(Object call, int routineOid);

    /// Checks a value against a domain's constraints and throws if it violates one.
    void checkDomain(SqlType domain, @Nullable Object value);
}
