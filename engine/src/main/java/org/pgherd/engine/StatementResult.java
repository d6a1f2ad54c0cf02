package org.pgherd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// What a statement gives. Closing early ends it (a cursor-like stop, no error); reading to the end closes it.
public sealed interface StatementResult extends AutoCloseable {
    @Override
    void close();

    /// An empty query string.
    record Empty() implements StatementResult {
        @Override
        public void close() {}
    }

    /// A command without rows, done.
    ///
    /// @param tag such as `INSERT 0 3`
    record Command(String tag) implements StatementResult {
        @Override
        public void close() {}
    }

    /// Rows, streamed.
    non-sealed interface Rows extends StatementResult {
        List<ResultColumn> columns();

        /// The next rows, never an empty batch, or null at the end. The batch belongs to the caller.
        @Nullable
        Batch next();

        /// The command tag, such as `SELECT 5`; known after [#next] gave null.
        String tag();
    }

    /// COPY .. TO STDOUT: chunks as the protocol's CopyData messages carry them.
    non-sealed interface CopyOut extends StatementResult {
        boolean binary();

        int columnCount();

        byte @Nullable [] next();

        String tag();
    }

    /// COPY .. FROM STDIN: the caller writes the chunks, then finishes or fails it.
    non-sealed interface CopyIn extends StatementResult {
        boolean binary();

        int columnCount();

        void write(byte[] data, int offset, int length);

        /// @return the command tag
        String finish();

        /// The client gave up: 57014 with its message.
        void fail(String message);
    }
}
