package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.plpgsql.compile.Variable;
import org.pgherd.plpgsql.value.Row;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgRecord;

/// What the variables of OUT parameters hold.
final class OutRow {
    private OutRow() {}

    static @Nullable Object[] values(VirtualFrame frame, List<Variable> out) {
        @Nullable Object[] values = new Object[out.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = frame.getObject(out.get(i).slot());
            values[i] = value instanceof Row row ? row.toRecord() : value;
        }
        return values;
    }

    /// The value of a function that ends without one.
    static @Nullable Object value(VirtualFrame frame, Invocation invocation, ResultType result) {
        List<Variable> out = result.out();
        if (result.procedure()) {
            return values(frame, out);
        }
        if (out.isEmpty()) {
            return null;
        }
        if (out.size() == 1 && result.type().oid() != TypeOids.RECORD) {
            Object value = frame.getObject(out.getFirst().slot());
            return value instanceof Row row ? row.toRecord() : value;
        }
        RowShape shape = result.columns(invocation);
        if (shape == null) {
            throw new AssertionError("OUT parameters are columns");
        }
        return new PgRecord(TypeOids.RECORD, shape.oids(), values(frame, out), shape.names());
    }
}
