package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Runs RecursiveUnion (nodeRecursiveunion.c).
final class RecursiveUnionOperator implements Operator {
    private final Operator start;
    private final Operator step;
    private final WorkTable table;
    private final @Nullable SeenKeys distinct;
    private final ExecutionState state;
    private final List<PlanColumn> columns;
    private RowStore round;
    private @Nullable RowStore read;
    private boolean starting;

    RecursiveUnionOperator(
            Operator start,
            Operator step,
            WorkTable table,
            @Nullable SeenKeys distinct,
            List<PlanColumn> columns,
            ExecutionState state) {
        this.start = start;
        this.step = step;
        this.table = table;
        this.distinct = distinct;
        this.state = state;
        this.columns = columns;
        this.round = state.rowStore(columns);
    }

    @Override
    public void restart() {
        starting = true;
        round.clear();
        table.rows = null;
        if (distinct != null) {
            distinct.clear();
        }
        start.restart();
    }

    @Override
    public @Nullable Batch next() {
        while (true) {
            state.cancel().check();
            Batch batch = (starting ? start : step).next();
            if (batch == null) {
                if (round.rowCount() == 0) {
                    return null;
                }
                RowStore free = read == null ? state.rowStore(columns) : read;
                free.clear();
                read = round;
                table.rows = round;
                round = free;
                starting = false;
                state.nextRound();
                step.restart();
                continue;
            }
            Batch fresh = distinct == null ? batch : distinct.firstSeen(batch);
            if (fresh != null) {
                round.add(fresh);
                return fresh;
            }
        }
    }

    @Override
    public void close() {
        start.close();
        step.close();
        round.clear();
        if (read != null) {
            read.clear();
        }
        if (distinct != null) {
            distinct.clear();
        }
    }
}
