package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// Runs RecursiveUnion (nodeRecursiveunion.c).
final class RecursiveUnionOperator implements Operator {
    private final Operator start;
    private final Operator step;
    private final WorkTable table;
    private final @Nullable KeyFilter distinct;
    private final ExecutionState state;
    private List<Batch> round = new ArrayList<>();
    private boolean starting;

    RecursiveUnionOperator(
            Operator start, Operator step, WorkTable table, @Nullable KeyFilter distinct, ExecutionState state) {
        this.start = start;
        this.step = step;
        this.table = table;
        this.distinct = distinct;
        this.state = state;
    }

    @Override
    public void restart() {
        starting = true;
        round = new ArrayList<>();
        table.rows = List.of();
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
                if (round.isEmpty()) {
                    return null;
                }
                table.rows = round;
                round = new ArrayList<>();
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
        if (distinct != null) {
            distinct.clear();
        }
    }
}
