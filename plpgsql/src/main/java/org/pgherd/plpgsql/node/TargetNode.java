package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.compile.Variable;
import org.pgherd.plpgsql.value.Row;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgRecord;

/// What is assigned to: a variable, or a place inside of its value (exec_assign_value).
public final class TargetNode extends Node {
    private final Variable variable;

    /// Fields and subscripts, outermost first.
    @Children
    private final StepNode[] steps;

    public TargetNode(Variable variable, List<StepNode> steps) {
        this.variable = variable;
        this.steps = steps.toArray(StepNode[]::new);
    }

    Variable variable() {
        return variable;
    }

    boolean isRow() {
        return variable.isRow() && steps.length == 0;
    }

    /// A step into a value: a field, or a subscript.
    public static final class StepNode extends Node {
        private final @Nullable String field;

        @Child
        private @Nullable ExpressionNode index;

        public StepNode(@Nullable String field, @Nullable ExpressionNode index) {
            this.field = field;
            this.index = index;
        }
    }

    /// Whether the target is an element of a variable that is an array.
    boolean isElement(VirtualFrame frame) {
        for (StepNode step : steps) {
            if (step.index == null) {
                return false;
            }
        }
        return !variable.isRow()
                && StatementNode.invocation(frame)
                                .view()
                                .elementType(variable.type().oid())
                        != 0;
    }

    void assign(VirtualFrame frame, @Nullable Object value, SqlType type) {
        Invocation invocation = StatementNode.invocation(frame);
        if (steps.length == 0) {
            store(frame, invocation, value, type);
            return;
        }
        Object old = frame.getObject(variable.slot());
        Object changed = variable.isRow()
                ? inRow(frame, invocation, (Row) old, 0, value, type)
                : replaced(frame, invocation, old, variable.type(), 0, value, type);
        frame.setObject(variable.slot(), changed);
    }

    private void store(VirtualFrame frame, Invocation invocation, @Nullable Object value, SqlType type) {
        if (variable.isRow()) {
            Row row = row(invocation, value, type);
            if (row == null && variable.notNull()) {
                throw nullForbidden();
            }
            frame.setObject(variable.slot(), row);
            return;
        }
        Object coerced = Coercions.assign(invocation, value, type, variable.type());
        if (coerced == null && variable.notNull()) {
            throw nullForbidden();
        }
        frame.setObject(variable.slot(), coerced);
    }

    private SqlException nullForbidden() {
        return new SqlException(
                SqlState.NULL_VALUE_NOT_ALLOWED,
                "null value cannot be assigned to variable \"" + variable.name() + "\" declared NOT NULL");
    }

    private @Nullable Row row(Invocation invocation, @Nullable Object value, SqlType type) {
        RowShape shape = variable.shape();
        switch (value) {
            case null -> {
                return null;
            }
            case PgRecord record -> {
                RowShape own = record.typeOid() != TypeOids.RECORD
                        ? RowShape.ofType(record.typeOid(), invocation.view())
                        : RowShape.anonymous(record.fieldOids());
                return shape == null ? new Row(own, record.values()) : shaped(invocation, shape, own, record.values());
            }
            case Row row -> {
                return shape == null ? row : shaped(invocation, shape, row.shape(), row.values());
            }
            default ->
                throw new SqlException(
                        SqlState.DATATYPE_MISMATCH,
                        "cannot assign non-composite value to a " + (variable.isRecord() ? "record" : "row")
                                + " variable");
        }
    }

    /// A row of the result of a query; null for no row.
    void assignRow(VirtualFrame frame, RowShape columns, @Nullable Object @Nullable [] values) {
        Invocation invocation = StatementNode.invocation(frame);
        RowShape shape = variable.shape();
        if (shape == null) {
            @Nullable Object[] kept = values == null ? new Object[columns.size()] : values;
            frame.setObject(variable.slot(), new Row(columns, kept));
        } else if (values == null) {
            frame.setObject(variable.slot(), null);
        } else if (columns.size() == 1 && values[0] instanceof PgRecord && shape.size() != 1) {
            frame.setObject(
                    variable.slot(), row(invocation, values[0], columns.types().getFirst()));
        } else {
            frame.setObject(variable.slot(), shaped(invocation, shape, columns, values));
        }
    }

    static Row shaped(Invocation invocation, RowShape shape, RowShape from, @Nullable Object[] values) {
        @Nullable Object[] coerced = new Object[shape.size()];
        for (int i = 0; i < coerced.length; i++) {
            Object value = i < values.length ? values[i] : null;
            coerced[i] = value == null && i >= values.length
                    ? null
                    : Coercions.assign(
                            invocation,
                            value,
                            from.types().get(i),
                            shape.types().get(i));
        }
        return new Row(shape, coerced);
    }

    private Row inRow(
            VirtualFrame frame,
            Invocation invocation,
            @Nullable Row old,
            int step,
            @Nullable Object value,
            SqlType type) {
        RowShape shape = old != null ? old.shape() : variable.shape();
        if (shape == null) {
            throw FrameScope.notAssigned(variable.name());
        }
        String field = steps[step].field;
        if (field == null) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "cannot subscript type record because it does not support subscripting");
        }
        int at = shape.names().indexOf(field);
        if (at < 0) {
            throw FrameScope.noField(variable.name(), field);
        }
        Row row = old != null ? old : new Row(shape, new Object[shape.size()]);
        return row.with(
                at, replaced(frame, invocation, row.values()[at], shape.types().get(at), step + 1, value, type));
    }

    /// A value with the place that the steps from `step` lead to changed.
    private @Nullable Object replaced(
            VirtualFrame frame,
            Invocation invocation,
            @Nullable Object old,
            SqlType oldType,
            int step,
            @Nullable Object value,
            SqlType type) {
        if (step == steps.length) {
            return Coercions.assign(invocation, value, type, oldType);
        }
        String field = steps[step].field;
        if (field != null) {
            RowShape shape = RowShape.ofType(oldType.oid(), invocation.view());
            int at = shape.names().indexOf(field);
            if (at < 0) {
                throw new SqlException(
                        SqlState.UNDEFINED_COLUMN,
                        "cannot assign to field \"" + field + "\" of column \"" + variable.name()
                                + "\" because there is no such column in data type "
                                + invocation.view().formatType(oldType.oid()));
            }
            @Nullable
            Object[] values = old instanceof PgRecord record ? record.values().clone() : new Object[shape.size()];
            values[at] = replaced(frame, invocation, values[at], shape.types().get(at), step + 1, value, type);
            return new PgRecord(oldType.oid(), shape.oids(), values);
        }
        int element = invocation.view().baseElementType(oldType.oid());
        if (element == 0) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "cannot subscript type " + invocation.view().formatType(oldType.oid())
                            + " because it does not support subscripting");
        }
        int last = step;
        while (last < steps.length && steps[last].field == null) {
            last++;
        }
        int[] indexes = new int[last - step];
        for (int i = 0; i < indexes.length; i++) {
            ExpressionNode index = steps[step + i].index;
            if (index == null) {
                throw new AssertionError("a step is a field or a subscript");
            }
            indexes[i] = index.evaluateInt(frame, "array subscript in assignment must not be null");
        }
        PgArray array = old instanceof PgArray known ? known : PgArray.empty(element);
        SqlType elementType = new SqlType(element, oldType.typmod(), oldType.collation());
        Object inside = last == steps.length ? null : ArrayPlaces.get(array, indexes);
        return ArrayPlaces.with(array, indexes, replaced(frame, invocation, inside, elementType, last, value, type));
    }

    @Override
    public String toString() {
        return variable.name() + Arrays.toString(steps);
    }
}
