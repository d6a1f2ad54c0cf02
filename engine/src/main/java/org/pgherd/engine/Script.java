package org.pgherd.engine;

import org.jspecify.annotations.Nullable;

/// The statements of one simple Query, run one after the other.
public interface Script extends AutoCloseable {
    /// Runs the next statement; the previous result must be closed or read to its end. A script without any
    /// statement
    /// gives one [StatementResult.Empty].
    ///
    /// @return null after the last one; the implicit transaction is then committed
    @Nullable
    StatementResult next();

    /// Ends the script; without having reached its end, the implicit transaction is rolled back.
    @Override
    void close();
}
