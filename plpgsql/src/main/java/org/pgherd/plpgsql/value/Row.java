package org.pgherd.plpgsql.value;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.value.PgRecord;

/// A row value with its shape. Immutable: the array given is taken over.
public record Row(RowShape shape, @Nullable Object[] values) {
    public PgRecord toRecord() {
        return new PgRecord(shape.typeOid(), shape.oids(), values, shape.names());
    }

    public Row with(int field, @Nullable Object value) {
        @Nullable Object[] changed = values.clone();
        changed[field] = value;
        return new Row(shape, changed);
    }
}
