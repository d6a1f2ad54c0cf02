package org.pgherd.plpgsql.node;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Whether the client has asked to stop, seen at the end of each iteration: a loop may have no statement that would
/// notice.
final class Interrupts {
    private Interrupts() {}

    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new SqlException(SqlState.QUERY_CANCELED, "canceling statement due to user request");
        }
    }
}
