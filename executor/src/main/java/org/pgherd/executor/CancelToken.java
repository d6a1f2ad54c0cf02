package org.pgherd.executor;

import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Stops one statement from another thread: loops ask [#check], and what blocks on a shard registers an action.
public final class CancelToken {
    private final CopyOnWriteArrayList<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile @Nullable SqlException reason;

    /// Throws if the statement has been cancelled.
    public void check() {
        SqlException why = reason;
        if (why != null) {
            throw why;
        }
    }

    public boolean isCancelled() {
        return reason != null;
    }

    /// Why, if it has been cancelled. A shard that was interrupted says something less precise.
    public @Nullable SqlException reason() {
        return reason;
    }

    /// A client's cancel request.
    public void cancel() {
        cancel(new SqlException(SqlState.QUERY_CANCELED, "canceling statement due to user request"));
    }

    /// statement_timeout has passed.
    public void timeOut() {
        cancel(new SqlException(SqlState.QUERY_CANCELED, "canceling statement due to statement timeout"));
    }

    public void cancel(SqlException why) {
        if (reason == null) {
            reason = why;
        }
        actions.forEach(Runnable::run);
    }

    /// Registers what interrupts a blocking call; run at once if it is too late already.
    public void onCancel(Runnable action) {
        actions.add(action);
        if (isCancelled()) {
            action.run();
        }
    }

    public void removeAction(Runnable action) {
        actions.remove(action);
    }
}
