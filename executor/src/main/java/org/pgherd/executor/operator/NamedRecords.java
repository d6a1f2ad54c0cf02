package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Gives the fields of records from shards the names that the plan knows.
final class NamedRecords {
    private NamedRecords() {}

    static boolean any(List<PlanColumn> columns) {
        return columns.stream().anyMatch(column -> !column.fields().isEmpty());
    }

    static Batch named(Batch batch, List<PlanColumn> columns) {
        Vector[] named = batch.columns().clone();
        for (int i = 0; i < columns.size(); i++) {
            List<String> fields = columns.get(i).fields();
            if (!fields.isEmpty() && named[i] instanceof RefVector records) {
                named[i] = named(records, fields);
            }
        }
        return new Batch(batch.rowCount(), named);
    }

    private static RefVector named(RefVector records, List<String> fields) {
        @Nullable Object[] values = new Object[records.length()];
        for (int i = 0; i < values.length; i++) {
            Object value = records.get(i);
            values[i] = value instanceof PgRecord record && record.size() == fields.size()
                    ? new PgRecord(record.typeOid(), record.fieldOids(), record.values(), fields)
                    : value;
        }
        return RefVector.of(values);
    }
}
