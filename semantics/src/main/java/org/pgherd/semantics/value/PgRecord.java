package org.pgherd.semantics.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A row value: composite type or anonymous record. Immutable: the arrays given are taken over.
///
/// @param typeOid the composite type, or RECORD
/// @param fieldOids types of the fields
/// @param values boxed, null for NULL
public record PgRecord(
        int typeOid, int[] fieldOids, @Nullable Object[] values) {
    public PgRecord {
        assert fieldOids.length == values.length;
    }

    public int size() {
        return values.length;
    }

    public @Nullable Object get(int index) {
        return values[index];
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PgRecord r && Arrays.equals(values, r.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
