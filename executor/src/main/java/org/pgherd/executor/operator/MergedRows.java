package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.Demand;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Several sorted inputs as one, by a heap of their first rows. Among equal rows the earlier input's come first.
final class MergedRows {
    private final RowOrder order;
    private final List<PlanColumn> columns;
    private List<Source> sources = List.of();
    private @Nullable Batch[] heads = {};
    private int[] rows = {};
    /// Numbers of inputs that have rows, least first.
    private int[] heap = {};
    private int size;
    private final DelayedError delayed = new DelayedError();
    private final @Nullable Demand demand;
    /// The input whose rows are used up, asked for more only when another row is wanted; -1 if there is none.
    private int usedUp = -1;

    /// One input.
    @FunctionalInterface
    interface Source {
        @Nullable
        Batch next();
    }

    MergedRows(RowOrder order, List<PlanColumn> columns) {
        this(order, columns, null);
    }

    /// @param demand how many rows are wanted at most; null for as many as there are
    MergedRows(RowOrder order, List<PlanColumn> columns, @Nullable Demand demand) {
        this.order = order;
        this.columns = columns;
        this.demand = demand;
    }

    void start(List<? extends Source> inputs) {
        sources = List.copyOf(inputs);
        heads = new Batch[inputs.size()];
        rows = new int[inputs.size()];
        heap = new int[inputs.size()];
        size = 0;
        usedUp = -1;
        delayed.forget();
        for (int i = 0; i < heads.length; i++) {
            heads[i] = inputs.get(i).next();
            if (heads[i] != null) {
                heap[size++] = i;
            }
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    @Nullable
    Batch next() {
        // first of all: the input that failed may be the only one left
        delayed.raise();
        refill();
        if (size == 0) {
            return null;
        }
        if (size == 1) {
            return rest(heap[0]);
        }
        BatchBuilder out = new BatchBuilder(columns);
        try {
            fill(out);
        } catch (SqlException e) {
            delayed.keep(e, out.rowCount() > 0);
        }
        return out.take();
    }

    private void fill(BatchBuilder out) {
        int limit = demand == null ? 0 : demand.limit();
        while (!out.isFull() && (limit == 0 || out.rowCount() < limit)) {
            refill();
            if (size == 0) {
                return;
            }
            int least = heap[0];
            Batch head = head(least);
            out.append(head, rows[least]);
            if (++rows[least] == head.rowCount()) {
                usedUp = least;
            } else {
                sink(0);
            }
        }
    }

    /// Asks the least input for its next rows, if it has none left.
    private void refill() {
        int least = usedUp;
        if (least < 0) {
            return;
        }
        usedUp = -1;
        rows[least] = 0;
        heads[least] = sources.get(least).next();
        if (heads[least] == null) {
            heap[0] = heap[--size];
        }
        sink(0);
    }

    /// What is left of the only input, fetched no earlier than it is asked for.
    private @Nullable Batch rest(int only) {
        Batch head = heads[only];
        if (head == null) {
            head = sources.get(only).next();
            if (head == null) {
                size = 0;
                return null;
            }
        }
        Batch rest = Gather.slice(head, rows[only], head.rowCount() - rows[only]);
        rows[only] = 0;
        heads[only] = null;
        return rest;
    }

    private Batch head(int input) {
        Batch head = heads[input];
        if (head == null) {
            throw new AssertionError("an input that has ended is not in the heap");
        }
        return head;
    }

    private void sink(int from) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], heap[at])) {
                return;
            }
            int moved = heap[at];
            heap[at] = heap[child];
            heap[child] = moved;
            at = child;
        }
    }

    private boolean before(int a, int b) {
        int comparison = order.compare(head(a), rows[a], head(b), rows[b]);
        return comparison < 0 || comparison == 0 && a < b;
    }
}
