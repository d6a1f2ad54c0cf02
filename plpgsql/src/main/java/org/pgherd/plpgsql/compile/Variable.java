package org.pgherd.plpgsql.compile;

import org.jspecify.annotations.Nullable;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.type.SqlType;

/// A variable: where its value is in the frame and what it may hold.
///
/// @param shape of a variable of a composite type; null for others
/// @param cursor if bound to a query by its declaration
public record Variable(
        String name,
        int slot,
        SqlType type,
        @Nullable RowShape shape,
        boolean constant,
        boolean notNull,
        @Nullable BoundCursor cursor) {
    public boolean isRecord() {
        return type.oid() == org.pgherd.semantics.type.TypeOids.RECORD;
    }

    public boolean isRow() {
        return shape != null || isRecord();
    }
}
