package org.pgherd.semantics.value;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row value: composite type or anonymous record. Immutable: the arrays given are taken over.
///
/// @param typeOid the composite type, or RECORD
/// @param fieldOids types of the fields
/// @param values boxed, null for NULL
/// @param names of an anonymous record's fields where the query gives them names; else empty
public record PgRecord(
        int typeOid, int[] fieldOids, @Nullable Object[] values, List<String> names) {
    public PgRecord {
        assert fieldOids.length == values.length;
        assert names.isEmpty() || names.size() == values.length;
    }

    public PgRecord(int typeOid, int[] fieldOids, @Nullable Object[] values) {
        this(typeOid, fieldOids, values, List.of());
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
