package org.pgherd.executor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlannedStatement;

/// The result of a statement that one shard runs whole: its rows are passed on.
final class DirectCursor implements ResultCursor {
    private final PlannedStatement plan;
    private final RemoteRows rows;
    private final StatementEnd end;
    private long returned;

    DirectCursor(PlannedStatement plan, RemoteRows rows, StatementEnd end) {
        this.plan = plan;
        this.rows = rows;
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
            Batch batch = rows.next();
            if (batch == null) {
                end.succeeded();
            } else {
                returned += batch.rowCount();
            }
            return batch;
        } catch (RuntimeException | Error e) {
            throw end.failed(e);
        }
    }

    @Override
    public long processed() {
        return CommandTag.counts(plan.command()) ? Math.max(rows.affectedRows(), 0) : returned;
    }

    @Override
    public String commandTag() {
        String tag = rows.commandTag();
        return plan.verbatim() && !tag.isEmpty() ? tag : CommandTag.of(plan.command(), processed());
    }

    @Override
    public void close() {
        if (end.hasEnded()) {
            return;
        }
        rows.close();
        end.succeeded();
    }
}
