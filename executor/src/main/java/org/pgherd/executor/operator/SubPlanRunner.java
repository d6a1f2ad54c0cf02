package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.SubPlanRun;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// Runs a subquery of an expression. Without correlation it runs once and its rows are kept; with it, results are
/// remembered by the values of its parameters where they depend on nothing else.
final class SubPlanRunner implements SubPlanRun, AutoCloseable {
    private final Operator operator;

    SubPlanRunner(SubPlanExpr subPlan, ExecutionState state) {
        PlanDependencies dependencies = PlanDependencies.of(subPlan.plan(), state);
        Operator plan = state.operator(subPlan.plan());
        if (dependencies.isOfNoRow() && subPlan.parameters().isEmpty()) {
            operator =
                    new MaterializeOperator(plan, dependencies, subPlan.plan().output(), state);
        } else {
            operator = subPlan.repeatable() ? new MemoizeOperator(plan, dependencies, state) : plan;
        }
    }

    @Override
    public void restart() {
        operator.restart();
    }

    @Override
    public @Nullable Batch next() {
        return operator.next();
    }

    @Override
    public void close() {
        operator.close();
    }
}
