package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// A running plan node. Used as: restart, next until null, perhaps restart again, close.
public interface Operator extends AutoCloseable {
    /// Puts it before its first row, with the parameters as they are now. Costs nothing: work begins with
    /// [#next].
    void restart();

    /// The next rows, never an empty batch; null at the end.
    @Nullable
    Batch next();

    /// Gives back connections and memory. May be called at any time, and twice; a restart after it begins anew.
    @Override
    void close();
}
