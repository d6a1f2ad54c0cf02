package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;

/// The rows of a subquery in a hash table.
public interface LookupRows {
    /// What a lookup found.
    enum Answer {
        YES,
        NO,
        /// SQL's unknown.
        UNKNOWN,
        /// NULLs in some of several columns: the rows have to be compared one by one.
        COMPARE
    }

    boolean isEmpty();

    Answer find(@Nullable Object[] sought);
}
