package org.pgherd.executor.expression;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// The value of a subquery that stands alone (an init plan).
public final class SubQueryValues {
    private SubQueryValues() {}

    public static @Nullable Object value(
            SubPlanExpr.Kind kind,
            SqlType type,
            Runnable restart,
            Supplier<@Nullable Batch> next,
            EvaluationContext context) {
        SubPlanRun run = new SubPlanRun() {
            @Override
            public void restart() {
                restart.run();
            }

            @Override
            public @Nullable Batch next() {
                return next.get();
            }
        };
        run.restart();
        return switch (kind) {
            case EXISTS -> SubPlans.exists(run);
            case EXPR -> SubPlans.single(run);
            case ARRAY -> SubPlans.array(run, Coercions.elementOid(new RowFrame(context), type.oid()));
            case ANY, ALL, ROWCOMPARE -> throw new AssertionError("an init plan has no test");
        };
    }
}
