package org.pgherd.plpgsql.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.plpgsql.value.Row;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// A value of a type known only when it is there, in a record of one field: how CASE's value becomes a variable.
public final class HiddenRow {
    public static final String FIELD = "v";

    private HiddenRow() {}

    static Row of(@Nullable Object value, SqlType type) {
        SqlType known = type.oid() == TypeOids.UNKNOWN ? SqlType.TEXT : type;
        return new Row(new RowShape(TypeOids.RECORD, List.of(FIELD), List.of(known)), new @Nullable Object[] {value});
    }
}
