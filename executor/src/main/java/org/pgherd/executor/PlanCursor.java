package org.pgherd.executor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.executor.operator.ExecutionState;
import org.pgherd.executor.operator.Operator;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlannedStatement;

/// The result of a tree of operators.
final class PlanCursor implements ResultCursor {
    private final PlannedStatement plan;
    private final Operator root;
    private final ExecutionState state;
    private final StatementEnd end;
    private long returned;

    PlanCursor(PlannedStatement plan, Operator root, ExecutionState state, StatementEnd end) {
        this.plan = plan;
        this.root = root;
        this.state = state;
        this.end = end;
    }

    @Override
    public List<PlanColumn> columns() {
        return plan.columns();
    }

    @Override
    public @Nullable Batch next() {
        if (end.hasEnded()) {
            return null;
        }
        try {
            state.cancel().check();
            Batch batch = root.next();
            // a write without RETURNING may still yield batches without columns
            while (batch != null && plan.columns().isEmpty() && plan.command() != CommandType.SELECT) {
                batch = root.next();
            }
            if (batch != null) {
                returned += batch.rowCount();
                return batch;
            }
            state.complete();
            release();
            end.succeeded();
            return null;
        } catch (RuntimeException | Error e) {
            release();
            throw end.failed(e);
        }
    }

    private void release() {
        try {
            root.close();
        } finally {
            state.noteMemory();
            state.close();
        }
    }

    @Override
    public long processed() {
        return CommandTag.counts(plan.command()) ? state.processed() : returned;
    }

    @Override
    public String commandTag() {
        String forwarded = state.commandTag();
        return forwarded == null ? CommandTag.of(plan.command(), processed()) : forwarded;
    }

    @Override
    public void close() {
        if (end.hasEnded()) {
            return;
        }
        try {
            release();
            end.succeeded();
        } catch (RuntimeException | Error e) {
            throw end.failed(e);
        }
    }
}
