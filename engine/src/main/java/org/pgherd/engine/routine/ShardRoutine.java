package org.pgherd.engine.routine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.session.SessionCodecs;
import org.pgherd.engine.session.SessionState;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;

/// A routine in a language that only a server has (C and others): the catalog shard runs it, inside the session's
/// transaction. What it reads there is that shard's part only, which is why the planner says so in EXPLAIN.
final class ShardRoutine {
    private ShardRoutine() {}

    static @Nullable Object call(
            SessionState session,
            FunctionContext functions,
            ProcRow routine,
            CallSite site,
            @Nullable Object[] arguments) {
        try (RowIterator rows = callSet(session, functions, routine, site, arguments)) {
            return rows.next() ? rows.get(0) : null;
        }
    }

    static RowIterator callSet(
            SessionState session,
            FunctionContext functions,
            ProcRow routine,
            CallSite site,
            @Nullable Object[] arguments) {
        boolean byColumns = !site.resultColumns().isEmpty()
                && (!routine.allArgTypes().isEmpty() || session.view().isRowType(routine.returnType()));
        StringBuilder sql = new StringBuilder(byColumns ? "SELECT * FROM " : "SELECT ")
                .append(PlacementWriter.quoted(routine.schema()))
                .append('.')
                .append(PlacementWriter.quoted(routine.name()))
                .append('(');
        int[] types = new int[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            SqlType type = site.argumentTypes().get(i);
            types[i] = type.oid();
            sql.append(i == 0 ? "" : ", ")
                    .append(site.variadic() && i == arguments.length - 1 ? "VARIADIC " : "")
                    .append('$')
                    .append(i + 1)
                    .append("::")
                    .append(session.view().formatType(SqlType.of(type.oid())));
        }
        sql.append(')');
        List<SqlType> columns = byColumns
                ? site.resultColumns().stream().map(CallSite.ResultColumn::type).toList()
                : List.of(site.resultType());
        return ask(session, functions, sql.toString(), types, columns, arguments);
    }

    /// The rows of a SELECT over values.
    static RowIterator ask(
            SessionState session,
            FunctionContext functions,
            String sql,
            int[] types,
            List<SqlType> columns,
            @Nullable Object[] arguments) {
        ShardConnection shard = session.catalogShard(true);
        List<@Nullable Object[]> found = new ArrayList<>();
        try (RemoteRows rows = shard.execute(
                ShardStatement.prepared(
                        sql, types, columns.toArray(new SqlType[0]), new SessionCodecs(session.view(), functions)),
                arguments)) {
            for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                for (int row = 0; row < batch.rowCount(); row++) {
                    @Nullable Object[] values = new Object[columns.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = batch.columns()[i].boxed(row);
                    }
                    found.add(values);
                }
            }
        }
        return RowIterator.ofRows(found.iterator());
    }
}
