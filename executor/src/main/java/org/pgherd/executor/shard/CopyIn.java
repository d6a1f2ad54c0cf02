package org.pgherd.executor.shard;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;

/// A running `COPY ... FROM STDIN`: bytes go to the shard as they come. Ended by [#end] or abandoned by [#close].
public final class CopyIn implements AutoCloseable {
    /// Bytes gathered before they are sent.
    private static final int CHUNK = 1 << 15;

    private final ShardConnection connection;
    private final RemoteRows response;
    private int pending;
    private boolean open = true;

    CopyIn(ShardConnection connection, RemoteRows response) {
        this.connection = connection;
        this.response = response;
    }

    public int shard() {
        return connection.shard();
    }

    public void write(byte[] data, int from, int length) {
        ReentrantLock lock = connection.lock();
        lock.lock();
        try {
            connection.output().begin('d').bytes(data, from, length).end();
            pending += length;
            if (pending >= CHUNK) {
                pending = 0;
                connection.flush();
            }
        } finally {
            lock.unlock();
        }
    }

    /// All data has been written; the shard's errors come now.
    ///
    /// @return rows copied
    public long end() {
        return finish(null);
    }

    /// Makes the COPY fail on the shard with this reason.
    public void fail(String reason) {
        try {
            long ignored = finish(reason);
        } catch (SqlException e) {
            // the failure that was asked for
        }
    }

    private long finish(@Nullable String failure) {
        ReentrantLock lock = connection.lock();
        lock.lock();
        try {
            open = false;
            response.copyInEnds();
            if (failure == null) {
                connection.output().begin('c').end();
            } else {
                connection.output().begin('f').cString(failure).end();
            }
            connection.flush();
            response.discardRows();
            return response.affectedRows();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        if (open) {
            fail("COPY was abandoned");
        }
    }
}
