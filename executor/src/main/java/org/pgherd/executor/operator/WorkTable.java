package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.RowStore;

/// The rows of a recursive query's last round.
final class WorkTable {
    /// Null before the first round has ended.
    @Nullable
    RowStore rows;
}
