package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.LookupRows;
import org.pgherd.executor.expression.LookupTest;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.expression.SubPlanRun;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// Runs a subquery of an expression. Without correlation it runs once and its rows are kept; with it, results are
/// remembered by the values of its parameters where they depend on nothing else.
final class SubPlanRunner implements SubPlanRun, AutoCloseable {
    private final Operator operator;
    private final PlanDependencies dependencies;
    private final ExecutionState state;
    private @Nullable LookedUpRows rows;
    private KeyValues.@Nullable Tuple madeWith;

    SubPlanRunner(SubPlanExpr subPlan, ExecutionState state) {
        this.state = state;
        this.dependencies = PlanDependencies.of(subPlan.plan(), state);
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
    public @Nullable LookupRows rows(LookupTest test, RowFrame frame) {
        KeyValues.Tuple now = dependencies.current();
        if (!now.equals(madeWith)) {
            release();
            rows = read(test, frame);
            madeWith = now;
        }
        return rows;
    }

    private @Nullable LookedUpRows read(LookupTest test, RowFrame frame) {
        LookedUpRows made = new LookedUpRows(test, state.types(), state.memory());
        boolean whole = false;
        try {
            operator.restart();
            for (Batch batch = operator.next(); batch != null; batch = operator.next()) {
                for (int row = 0; row < batch.rowCount(); row++) {
                    if (!made.add(test.key(frame, batch, row))) {
                        return null;
                    }
                }
            }
            whole = true;
            return made;
        } finally {
            if (!whole) {
                made.close();
            }
        }
    }

    private void release() {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }

    @Override
    public void close() {
        release();
        operator.close();
    }
}
