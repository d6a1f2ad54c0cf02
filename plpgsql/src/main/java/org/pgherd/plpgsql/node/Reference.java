package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pgherd.plpgsql.compile.Variable;
import org.pgherd.plpgsql.value.Row;
import org.pgherd.plpgsql.value.RowShape;

/// A variable, or a field of one, that SQL refers to.
///
/// @param field -1 for the whole variable
/// @param shape what the record had when the SQL was analyzed; null for scalars
record Reference(Variable variable, int field, @Nullable RowShape shape) {
    /// False if the record has got another shape since.
    boolean isCurrent(VirtualFrame frame) {
        return shape == null
                || variable.shape() != null
                || !(frame.getObject(variable.slot()) instanceof Row row)
                || row.shape() == shape
                || row.shape().equals(shape);
    }

    @Nullable
    Object read(VirtualFrame frame) {
        Object value = frame.getObject(variable.slot());
        if (field >= 0) {
            return value == null ? null : ((Row) value).values()[field];
        }
        return value instanceof Row row ? row.toRecord() : value;
    }
}
