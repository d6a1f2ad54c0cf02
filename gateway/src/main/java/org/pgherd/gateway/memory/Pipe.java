package org.pgherd.gateway.memory;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Bytes on their way in one direction: a bounded ring buffer between one writer and one reader.
final class Pipe {
    private static final int CAPACITY = 1 << 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring = new byte[CAPACITY];
    private int first;
    private int count;
    /// No more bytes will come; those inside can still be read.
    private boolean ended;
    /// Nobody reads any more.
    private boolean abandoned;

    /// Waits while the ring is full.
    ///
    /// @throws IOException if nobody reads any more
    void write(byte[] data, int offset, int length) throws IOException {
        int done = 0;
        lock.lock();
        try {
            while (done < length) {
                while (count == CAPACITY && !abandoned && !ended) {
                    changed.awaitUninterruptibly();
                }
                if (abandoned || ended) {
                    throw new IOException("the other end has been closed");
                }
                int at = (first + count) % CAPACITY;
                int n = Math.min(Math.min(length - done, CAPACITY - count), CAPACITY - at);
                System.arraycopy(data, offset + done, ring, at, n);
                count += n;
                done += n;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits for at least one byte.
    ///
    /// @param timeoutMillis 0 to wait for ever
    /// @return -1 at the end
    int read(byte[] into, int offset, int length, int timeoutMillis) throws IOException {
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            while (count == 0) {
                if (ended || abandoned) {
                    return -1;
                }
                if (timeoutMillis == 0) {
                    changed.awaitUninterruptibly();
                } else if (left <= 0) {
                    throw new SocketTimeoutException("Read timed out");
                } else {
                    left = awaitNanos(left);
                }
            }
            int n = Math.min(Math.min(length, count), CAPACITY - first);
            System.arraycopy(ring, first, into, offset, n);
            first = (first + n) % CAPACITY;
            count -= n;
            changed.signalAll();
            return n;
        } finally {
            lock.unlock();
        }
    }

    private long awaitNanos(long nanos) throws IOException {
        try {
            return changed.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    int available() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /// The writer has finished.
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The reader has finished.
    void abandon() {
        lock.lock();
        try {
            abandoned = true;
            count = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
