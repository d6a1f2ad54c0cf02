package org.pgherd.executor;

import java.util.concurrent.atomic.AtomicLong;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Bytes that one statement's operators hold, in memory and in temporary files, against its limits. Estimates: what
/// matters is that a runaway statement ends with an error and not with the process.
public final class MemoryAccount {
    private final MemoryLimits limits;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong spilled = new AtomicLong();

    public MemoryAccount(MemoryLimits limits) {
        this.limits = limits;
    }

    public MemoryLimits limits() {
        return limits;
    }

    public void reserve(long bytes) {
        long now = used.addAndGet(bytes);
        if (now > peak.get()) {
            peak.set(now);
        }
        if (limits.statement() > 0 && now > limits.statement()) {
            used.addAndGet(-bytes);
            throw new SqlException(SqlState.OUT_OF_MEMORY, "out of memory")
                    .withDetail("The statement needs more than the " + (limits.statement() >> 20) + " MB it may use.")
                    .withHint("Raise pgherd.statement_memory or let the statement read fewer rows.");
        }
    }

    public void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /// Whether an operator that holds so much should go on in a temporary file: it has its share, or the statement
    /// has nearly all that it may have and this operator a part worth freeing.
    public boolean isFull(long held) {
        return held > limits.work()
                || limits.statement() > 0
                        && held > limits.statement() / 16
                        && used.get() > limits.statement() - limits.statement() / 4;
    }

    /// Room in temporary files.
    public void reserveFile(long bytes) {
        long now = files.addAndGet(bytes);
        if (limits.files() > 0 && now > limits.files()) {
            files.addAndGet(-bytes);
            throw new SqlException(
                    SqlState.CONFIGURATION_LIMIT_EXCEEDED,
                    "temporary file size exceeds \"pgherd.temp_file_limit\" (" + (limits.files() >> 10) + "kB)");
        }
        spilled.addAndGet(bytes);
    }

    public void releaseFile(long bytes) {
        files.addAndGet(-bytes);
    }

    public long used() {
        return used.get();
    }

    /// The most that was held in memory at once.
    public long peak() {
        return peak.get();
    }

    /// Bytes in temporary files now.
    public long inFiles() {
        return files.get();
    }

    /// All that went through temporary files.
    public long spilled() {
        return spilled.get();
    }
}
