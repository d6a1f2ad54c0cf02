package org.pgherd.executor.operator;

import org.pgherd.executor.CancelToken;
import org.pgherd.semantics.vector.Batch;

/// Rows of a buffer by address (batch number << 32 | row), to be sorted without moving them.
final class RowAddresses {
    private RowAddresses() {}

    static long[] of(RowBuffer rows) {
        long[] addresses = new long[rows.rowCount()];
        int at = 0;
        for (int b = 0; b < rows.batchCount(); b++) {
            for (int row = 0; row < rows.batch(b).rowCount(); row++) {
                addresses[at++] = (long) b << 32 | row;
            }
        }
        return addresses;
    }

    /// Leaves rows that are in order as they are, so that a sort above another keeps its order among equals.
    static void sort(long[] addresses, RowBuffer rows, RowOrder order, CancelToken cancel) {
        int[] comparisons = {0};
        TupleSort.sort(addresses, (a, b) -> {
            if ((++comparisons[0] & 0xffff) == 0) {
                cancel.check();
            }
            return order.compare(rows.batch((int) (a >> 32)), (int) a, rows.batch((int) (b >> 32)), (int) b);
        });
    }

    static Batch batch(long address, RowBuffer rows) {
        return rows.batch((int) (address >> 32));
    }
}
