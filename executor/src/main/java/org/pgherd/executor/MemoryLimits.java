package org.pgherd.executor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What one statement may hold, in bytes.
///
/// @param statement in memory by all its operators together; more is error 53200. 0 for no limit
/// @param work in memory by one operator before it goes on in temporary files
/// @param files in temporary files; more is error 53400. 0 for no limit
/// @param folder where temporary files are made, null for the platform's folder
public record MemoryLimits(
        long statement, long work, long files, @Nullable Path folder) {
    /// Shares of the heap that leave room for some statements at once.
    public static MemoryLimits ofHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        return new MemoryLimits(heap / 2, Math.min(heap / 16, 256L << 20), 0, null);
    }
}
