package org.pgherd.executor.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.ConvertRowtypeExpr;
import org.pgherd.analyzer.query.FieldSelect;
import org.pgherd.analyzer.query.FieldStore;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.vector.Batch;

/// Row values: making them, taking them apart.
final class Composites {
    private Composites() {}

    static Evaluator row(RowExpr expr, Evaluator[] fields) {
        int typeOid = expr.type().oid();
        int[] oids = new int[fields.length];
        for (int i = 0; i < oids.length; i++) {
            oids[i] = expr.args().get(i).type().oid();
        }
        List<String> names = expr.colNames().size() == oids.length ? expr.colNames() : List.of();
        return frame -> new PgRecord(typeOid, oids, Calls.evaluateAll(fields, frame), names);
    }

    /// All columns of the current row as one value.
    static PgRecord wholeRow(Batch batch, int row, SqlType type) {
        int count = batch.columnCount();
        @Nullable Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = batch.column(i).boxed(row);
        }
        return new PgRecord(type.oid(), new int[count], values);
    }

    static Evaluator field(FieldSelect expr, Evaluator arg) {
        int index = expr.fieldNum() - 1;
        return frame -> {
            PgRecord row = (PgRecord) arg.evaluate(frame);
            return row == null || index >= row.size() ? null : row.get(index);
        };
    }

    static Evaluator store(FieldStore expr, Evaluator arg, Evaluator[] newValues) {
        int typeOid = expr.type().oid();
        int[] targets = expr.fieldNums().stream().mapToInt(n -> n - 1).toArray();
        return frame -> {
            PgRecord row = (PgRecord) arg.evaluate(frame);
            int[] oids;
            @Nullable Object[] values;
            if (row == null) {
                var fields = frame.context.functions().types().fields(typeOid);
                oids = fields.stream().mapToInt(field -> field.type().oid()).toArray();
                values = new Object[oids.length];
            } else {
                oids = row.fieldOids();
                values = row.values().clone();
            }
            for (int i = 0; i < targets.length; i++) {
                // nested assignment reads the field it changes as the case value
                Object around = frame.caseValue;
                frame.caseValue = values[targets[i]];
                Object value = newValues[i].evaluate(frame);
                frame.caseValue = around;
                values[targets[i]] = value;
            }
            return new PgRecord(typeOid, oids, values);
        };
    }

    /// The parent's columns of a child's row, by name (convert_tuples_by_name of tupconvert.c).
    static Evaluator convert(ConvertRowtypeExpr expr, Evaluator arg) {
        int typeOid = expr.type().oid();
        int source = expr.arg().type().oid();
        return frame -> {
            PgRecord row = (PgRecord) arg.evaluate(frame);
            if (row == null) {
                return null;
            }
            TypeLookup types = frame.context.functions().types();
            List<TypeLookup.Field> from = types.fields(source);
            List<TypeLookup.Field> to = types.fields(typeOid);
            int[] oids = new int[to.size()];
            @Nullable Object[] values = new Object[oids.length];
            for (int i = 0; i < oids.length; i++) {
                int at = indexOf(from, to.get(i).name());
                oids[i] = to.get(i).type().oid();
                values[i] = at < row.size() ? row.get(at) : null;
            }
            return new PgRecord(typeOid, oids, values);
        };
    }

    private static int indexOf(List<TypeLookup.Field> fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new AssertionError("a child's row lacks " + name);
    }
}
