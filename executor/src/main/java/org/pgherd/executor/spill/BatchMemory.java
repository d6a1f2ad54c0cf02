package org.pgherd.executor.spill;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;

/// Estimates of the heap that rows take, in bytes.
public final class BatchMemory {
    /// An object of a few fields.
    private static final int OBJECT = 40;

    private BatchMemory() {}

    public static long of(Batch batch) {
        long bytes = 64;
        for (Vector column : batch.columns()) {
            bytes += 32 + 8L * batch.rowCount();
            if (column instanceof RefVector values) {
                for (int row = 0; row < batch.rowCount(); row++) {
                    bytes += of(values.get(row));
                }
            }
        }
        return bytes;
    }

    public static long of(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Text text -> OBJECT + text.length();
            case Bytea bytes -> OBJECT + bytes.length();
            case PgArray array -> OBJECT + 24L * array.size();
            default -> OBJECT;
        };
    }
}
