package org.pgherd.executor;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.expression.SubQueryValues;
import org.pgherd.executor.operator.CompiledPlan;
import org.pgherd.executor.operator.ExecutionState;
import org.pgherd.executor.operator.NodeStatistics;
import org.pgherd.executor.operator.Operator;
import org.pgherd.executor.operator.RemoteTemplate;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.executor.transaction.TransactionOptions;
import org.pgherd.shardplanner.plan.InitPlan;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.SingleValue;

/// Begins the execution of plans.
public final class PlanExecutor {
    private PlanExecutor() {}

    /// @param parameters boxed values of `$1`.., null for NULL
    public static ResultCursor execute(CompiledPlan compiled, @Nullable Object[] parameters, ExecutionContext context) {
        return execute(compiled, parameters, context, null);
    }

    /// @param statistics collects what EXPLAIN ANALYZE shows, null for nothing
    public static ResultCursor execute(
            CompiledPlan compiled,
            @Nullable Object[] parameters,
            ExecutionContext context,
            @Nullable NodeStatistics statistics) {
        context.transaction().requireNotFailed();
        context.cancel().check();
        PlannedStatement plan = compiled.plan();
        ExecutionState state = new ExecutionState(compiled, parameters, context);
        if (statistics != null) {
            state.collectStatistics(statistics);
        } else if (plan.root() instanceof Remote remote
                && plan.initPlans().isEmpty()
                && plan.singleValues().isEmpty()
                && !remote.shardColumn()) {
            ResultCursor direct = direct(compiled, remote, state, context);
            if (direct != null) {
                return direct;
            }
        }
        return run(plan, compiled, state, context);
    }

    /// One statement on one shard: no operators, no transaction of its own. Null if it goes to more than one.
    private static @Nullable ResultCursor direct(
            CompiledPlan compiled, Remote remote, ExecutionState state, ExecutionContext context) {
        RemoteTemplate template = compiled.remote(remote);
        RowFrame frame = new RowFrame(state);
        StatementEnd end = new StatementEnd(context, false);
        try {
            int[] shards = template.router().shards(frame, context.sharding(), context.transaction());
            if (shards.length != 1) {
                return null;
            }
            ShardConnection connection = context.transaction().use(shards[0], remote.writes(), remote.reader());
            @Nullable Object[] values = template.values(frame);
            Demand demand = remote.writes() ? null : context.demand();
            if (demand == null) {
                return new DirectCursor(compiled.plan(), connection.execute(template.statement(), values), end);
            }
            RemoteRows rows = connection.open(template.statement(), values, demand);
            rows.awaitOpen();
            return new DirectCursor(compiled.plan(), rows, end);
        } catch (RuntimeException | Error e) {
            throw end.failed(e);
        }
    }

    private static ResultCursor run(
            PlannedStatement plan, CompiledPlan compiled, ExecutionState state, ExecutionContext context) {
        HerdTransaction transaction = context.transaction();
        StatementEnd end =
                new StatementEnd(context, plan.writes() && transaction.beginImplicit(TransactionOptions.DEFAULT));
        try {
            RowFrame frame = new RowFrame(state);
            for (SingleValue value : plan.singleValues()) {
                var evaluator = compiled.compile(value.expression());
                state.lazyParam(value.parameter(), () -> evaluator.evaluate(frame));
            }
            for (InitPlan initPlan : plan.initPlans()) {
                state.lazyParam(initPlan.parameter(), () -> value(initPlan, state));
            }
            if (plan.readsFirst()) {
                plan.singleValues().forEach(value -> state.execParam(value.parameter()));
                state.readFirst(plan);
            }
            if (context.demand() != null) {
                state.openFirst(plan);
            }
            Operator root = state.root(plan.root());
            root.restart();
            return new PlanCursor(plan, root, state, end);
        } catch (RuntimeException | Error e) {
            state.close();
            throw end.failed(e);
        }
    }

    private static @Nullable Object value(InitPlan initPlan, ExecutionState state) {
        try (Operator operator = state.operator(initPlan.plan())) {
            return SubQueryValues.value(initPlan.value(), initPlan.type(), operator::restart, operator::next, state);
        }
    }
}
