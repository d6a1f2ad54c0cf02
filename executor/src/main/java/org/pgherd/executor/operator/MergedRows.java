package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Several sorted inputs as one. Among equal rows the earlier input's come first.
final class MergedRows {
    private final RowOrder order;
    private final List<PlanColumn> columns;
    private List<Source> sources = List.of();
    private @Nullable Batch[] heads = {};
    private int[] rows = {};

    /// One input.
    @FunctionalInterface
    interface Source {
        @Nullable
        Batch next();
    }

    MergedRows(RowOrder order, List<PlanColumn> columns) {
        this.order = order;
        this.columns = columns;
    }

    void start(List<Source> inputs) {
        sources = inputs;
        heads = new Batch[inputs.size()];
        rows = new int[inputs.size()];
        for (int i = 0; i < heads.length; i++) {
            heads[i] = inputs.get(i).next();
        }
    }

    @Nullable
    Batch next() {
        if (heads.length == 1) {
            Batch only = heads[0];
            heads[0] = null;
            return only == null ? sources.getFirst().next() : only;
        }
        BatchBuilder out = new BatchBuilder(columns);
        while (!out.isFull()) {
            int least = least();
            if (least < 0) {
                break;
            }
            Batch head = heads[least];
            if (head == null) {
                throw new AssertionError("an input that has ended is not the least");
            }
            out.append(head, rows[least]);
            if (++rows[least] == head.rowCount()) {
                rows[least] = 0;
                heads[least] = sources.get(least).next();
            }
        }
        return out.take();
    }

    private int least() {
        int least = -1;
        Batch leastHead = null;
        for (int i = 0; i < heads.length; i++) {
            Batch head = heads[i];
            if (head != null && (leastHead == null || order.compare(head, rows[i], leastHead, rows[least]) < 0)) {
                least = i;
                leastHead = head;
            }
        }
        return least;
    }
}
