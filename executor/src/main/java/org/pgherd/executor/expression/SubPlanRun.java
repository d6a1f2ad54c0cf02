package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// A subquery that an expression reads, possibly many times.
public interface SubPlanRun {
    /// Begins at the first row, with the EXEC parameters as they are now.
    void restart();

    /// The next rows, or null at the end.
    @Nullable
    Batch next();

    /// All rows by their keys; null if they are too many to be kept in memory.
    ///
    /// @param frame in which the keys are computed
    default @Nullable LookupRows rows(LookupTest test, RowFrame frame) {
        return null;
    }
}
