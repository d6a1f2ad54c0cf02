package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.MovedTable;
import org.pgherd.shardplanner.plan.WriteColumn;

/// Takes rows of a family of inheritance away from their shard, each from the table that holds it, and keeps what its
/// parent does not know of it.
final class LeavingRows {
    private final List<MovedTable> family;
    private final List<ShardStatement> deletions = new ArrayList<>();
    private final int[] identityTypes;
    private final ExecutionState state;

    /// A row that has left.
    ///
    /// @param own values of the table's own columns
    record Row(MovedTable table, @Nullable Object[] own) {}

    /// @param identityTypes of the arrays of ctids and tableoids
    LeavingRows(List<MovedTable> family, int[] identityTypes, ExecutionState state) {
        this.family = family;
        this.identityTypes = identityTypes;
        this.state = state;
        for (MovedTable table : family) {
            deletions.add(deletion(table));
        }
    }

    private ShardStatement deletion(MovedTable table) {
        StringBuilder returning = new StringBuilder("v.n");
        List<SqlType> types = new ArrayList<>(List.of(SqlType.INT8));
        for (WriteColumn column : table.own()) {
            returning.append(", t.").append(column.sqlName());
            types.add(column.type());
        }
        String sql = "DELETE FROM ONLY " + table.target().sqlName()
                + " AS t USING ROWS FROM (pg_catalog.unnest($1::pg_catalog.tid[]),"
                + " pg_catalog.unnest($2::pg_catalog.oid[])) WITH ORDINALITY AS v(ctid, tableoid, n)"
                + " WHERE t.ctid = v.ctid AND t.tableoid = v.tableoid RETURNING " + returning;
        return ShardStatement.prepared(
                sql,
                identityTypes,
                types.toArray(SqlType[]::new),
                state.context().codecs());
    }

    /// Deletes rows of a batch, which may be updated to another shard only if no foreign key says otherwise.
    ///
    /// @param identities the parameters that name the rows, in their order
    /// @return by number of row in the batch
    Map<Integer, Row> delete(int shard, List<Integer> rows, @Nullable Object[] identities) {
        Map<Integer, Row> left = new HashMap<>();
        for (int i = 0; i < family.size(); i++) {
            MovedTable table = family.get(i);
            if (table.onlyShard() < 0 || table.onlyShard() == shard) {
                KeptReferences.check(table.target(), shard, identityTypes, identities, state);
                try (RemoteRows response =
                        state.context().transaction().use(shard, true).execute(deletions.get(i), identities)) {
                    for (Batch batch = response.next(); batch != null; batch = response.next()) {
                        take(batch, table, rows, left);
                    }
                }
            }
        }
        return left;
    }

    private static void take(Batch batch, MovedTable table, List<Integer> rows, Map<Integer, Row> left) {
        for (int row = 0; row < batch.rowCount(); row++) {
            @Nullable Object[] own = new Object[table.own().size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = batch.column(i + 1).boxed(row);
            }
            if (batch.column(0).boxed(row) instanceof Long number) {
                left.put(rows.get(Math.toIntExact(number - 1)), new Row(table, own));
            }
        }
    }
}
