package org.pgherd.engine.herd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.vector.Batch;

/// Small results of the engine's own queries, as text.
public final class TextRows {
    /// Every column in the shard's text form.
    private static final ValueCodecs AS_TEXT = new ValueCodecs() {
        @Override
        public TypeCodec codec(int typeOid) {
            return new ShardTextCodec(typeOid);
        }

        @Override
        public FunctionContext context() {
            return NoSettings.CONTEXT;
        }
    };

    private TextRows() {}

    public static List<@Nullable String[]> of(ShardConnection connection, String sql) {
        return of(connection, ShardStatement.once(sql, AS_TEXT));
    }

    /// Of a query over the system's catalogs that is asked again and again: it stays prepared.
    public static List<@Nullable String[]> often(ShardConnection connection, String sql) {
        return of(connection, ShardStatement.lasting(sql, AS_TEXT));
    }

    private static List<@Nullable String[]> of(ShardConnection connection, ShardStatement statement) {
        List<@Nullable String[]> found = new ArrayList<>();
        try (RemoteRows rows = connection.execute(statement)) {
            for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                for (int row = 0; row < batch.rowCount(); row++) {
                    @Nullable String[] values = new String[batch.columns().length];
                    for (int column = 0; column < values.length; column++) {
                        Object value = batch.columns()[column].boxed(row);
                        values[column] = value == null ? null : value.toString();
                    }
                    found.add(values);
                }
            }
        }
        return found;
    }

    /// The first column of the first row; null without a row.
    public static @Nullable String single(ShardConnection connection, String sql) {
        List<@Nullable String[]> rows = of(connection, sql);
        return rows.isEmpty() ? null : rows.getFirst()[0];
    }
}
