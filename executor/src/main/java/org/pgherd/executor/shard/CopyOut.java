package org.pgherd.executor.shard;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.vector.Batch;

/// A running `COPY ... TO STDOUT`.
public final class CopyOut implements AutoCloseable {
    private final RemoteRows response;

    CopyOut(RemoteRows response) {
        this.response = response;
    }

    /// The next row as the shard formatted it, line end included; null at the end.
    public @Nullable Bytea next() {
        Batch batch = response.next();
        return batch == null ? null : (Bytea) batch.column(0).boxed(0);
    }

    /// Rows copied; known after the end.
    public long rows() {
        return response.affectedRows();
    }

    @Override
    public void close() {
        response.close();
    }
}
