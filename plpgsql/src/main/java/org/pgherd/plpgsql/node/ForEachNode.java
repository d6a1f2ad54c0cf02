package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgRecord;

/// FOREACH over the elements of an array, or over slices of it.
public final class ForEachNode extends StatementNode {
    private final int slice;
    private final int found;

    @Child
    private ExpressionNode array;

    @Child
    private IntoNode into;

    @Child
    private LoopBody body;

    public ForEachNode(int line, int slice, ExpressionNode array, IntoNode into, LoopBody body, int found) {
        super(line);
        this.slice = slice;
        this.array = array;
        this.into = into;
        this.body = body;
        this.found = found;
    }

    @Override
    void execute(VirtualFrame frame) {
        Object value = array.evaluate(frame);
        if (value == null) {
            throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "FOREACH expression must not be null");
        }
        if (!(value instanceof PgArray elements)) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "FOREACH expression must yield an array, not type "
                            + invocation(frame).view().formatType(array.type().oid()));
        }
        if (slice > elements.ndims()) {
            throw new SqlException(
                    SqlState.ARRAY_SUBSCRIPT_ERROR,
                    "slice dimension (" + slice + ") is out of the valid range 0.." + elements.ndims());
        }
        SqlType type = slice > 0 ? array.type() : SqlType.of(elements.elementOid());
        int[] dims = Arrays.copyOfRange(elements.dims(), elements.ndims() - slice, elements.ndims());
        int[] bounds = Arrays.copyOfRange(elements.lowerBounds(), elements.ndims() - slice, elements.ndims());
        int size = 1;
        for (int dim : dims) {
            size *= dim;
        }
        boolean any = false;
        for (int i = 0; i < elements.size(); i += size) {
            any = true;
            Object item = slice > 0
                    ? new PgArray(
                            elements.elementOid(), dims, bounds, Arrays.copyOfRange(elements.elements(), i, i + size))
                    : elements.get(i);
            assign(frame, item, type);
            if (!body.run(frame)) {
                break;
            }
        }
        frame.setObject(found, any);
    }

    private void assign(VirtualFrame frame, @Nullable Object item, SqlType type) {
        if (item instanceof PgRecord row) {
            RowShape shape = row.typeOid() == TypeOids.RECORD
                    ? RowShape.anonymous(row.fieldOids())
                    : RowShape.ofType(row.typeOid(), invocation(frame).view());
            into.assign(frame, shape, row.values());
        } else {
            into.assign(
                    frame,
                    new RowShape(TypeOids.RECORD, java.util.List.of("foreach"), java.util.List.of(type)),
                    new @Nullable Object[] {item});
        }
    }

    @Override
    String what() {
        return "FOREACH over array";
    }
}
