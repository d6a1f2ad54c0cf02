package org.pgherd.executor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;

/// The rows of a running statement. Ends the statement (and a transaction of its own, if it needed one) with
/// its last row, with an error, or by [#close].
public interface ResultCursor extends AutoCloseable {
    List<PlanColumn> columns();

    /// The next rows, null at the end; then counts are final and an autocommitted write is committed.
    @Nullable
    Batch next();

    /// Rows that INSERT, UPDATE, DELETE or MERGE processed, or that were returned; final at the end.
    long processed();

    /// As the protocol has it (`INSERT 0 5`); final at the end.
    String commandTag();

    @Override
    void close();
}
