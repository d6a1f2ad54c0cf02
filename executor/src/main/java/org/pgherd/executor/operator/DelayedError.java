package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;

/// An error met while a batch was being filled: the rows before it come first, as where rows are computed one by one.
final class DelayedError {
    private @Nullable SqlException error;

    /// Throws it at once if no rows come before it.
    void keep(SqlException met, boolean hasRows) {
        if (!hasRows) {
            throw met;
        }
        error = met;
    }

    /// Throws what was kept, once.
    void raise() {
        SqlException kept = error;
        if (kept != null) {
            error = null;
            throw kept;
        }
    }

    void forget() {
        error = null;
    }
}
