package org.pgherd.executor;

import java.util.concurrent.atomic.AtomicLong;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Bytes that one statement's operators hold, against its limit. Estimates: what matters is that a runaway
/// statement ends with an error and not with the process.
public final class MemoryAccount {
    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();

    /// @param limit in bytes, 0 for none
    public MemoryAccount(long limit) {
        this.limit = limit;
    }

    public void reserve(long bytes) {
        long now = used.addAndGet(bytes);
        if (now > peak.get()) {
            peak.set(now);
        }
        if (limit > 0 && now > limit) {
            used.addAndGet(-bytes);
            throw new SqlException(SqlState.OUT_OF_MEMORY, "out of memory")
                    .withDetail("The statement needs more than the " + (limit >> 20) + " MB it may use.")
                    .withHint("Raise pgherd.statement_memory or let the statement read fewer rows.");
        }
    }

    public void release(long bytes) {
        used.addAndGet(-bytes);
    }

    public long used() {
        return used.get();
    }

    /// The most that was held at once.
    public long peak() {
        return peak.get();
    }
}
