package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// Counts another operator's rows and time.
final class MeasuredOperator implements Operator {
    private final Operator measured;
    private final NodeStatistics.Node statistics;
    private boolean started;
    private boolean hasRows;

    MeasuredOperator(Operator measured, NodeStatistics.Node statistics) {
        this.measured = measured;
        this.statistics = statistics;
    }

    @Override
    public void restart() {
        started = false;
        hasRows = false;
        measured.restart();
    }

    @Override
    public @Nullable Batch next() {
        if (!started) {
            started = true;
            statistics.loops++;
        }
        long from = System.nanoTime();
        Batch batch = measured.next();
        long nanos = System.nanoTime() - from;
        statistics.nanos += nanos;
        if (!hasRows) {
            hasRows = batch != null;
            statistics.firstNanos += nanos;
        }
        if (batch != null) {
            statistics.rows += batch.rowCount();
        }
        return batch;
    }

    @Override
    public void close() {
        measured.close();
    }
}
