package org.pgherd.executor.shard;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.type.SqlType;

/// A statement for shards: its text and what is known of its parameters and columns. Equal statements share one
/// prepared statement on each connection, so plans should keep theirs.
public final class ShardStatement {
    private static final int[] NO_PARAMETERS = {};

    private final String sql;
    private final int[] parameterTypes;
    private final TypeCodec[] parameterCodecs;
    private final SqlType @Nullable [] columns;
    private final ValueCodecs codecs;
    private final boolean prepared;
    private final boolean lasting;
    private final @Nullable ResultShape shape;
    private final int hash;

    private ShardStatement(
            String sql,
            int[] parameterTypes,
            SqlType @Nullable [] columns,
            ValueCodecs codecs,
            boolean prepared,
            boolean lasting) {
        this.sql = sql;
        this.parameterTypes = parameterTypes;
        this.columns = columns;
        this.codecs = codecs;
        this.prepared = prepared;
        this.lasting = lasting;
        this.parameterCodecs = new TypeCodec[parameterTypes.length];
        for (int i = 0; i < parameterTypes.length; i++) {
            parameterCodecs[i] = codecs.codec(parameterTypes[i]);
        }
        this.shape = columns == null ? null : ResultShape.of(columns, codecs);
        this.hash = sql.hashCode() * 31 + Arrays.hashCode(parameterTypes);
    }

    /// Kept prepared on the connections that run it.
    ///
    /// @param parameterTypes pg_type.oid of $1, $2, ...; 0 leaves it to the shard
    /// @param columns the types the statement yields; null: ask the shard, at the price of a round trip when
    ///     prepared
    public static ShardStatement prepared(
            String sql, int[] parameterTypes, SqlType @Nullable [] columns, ValueCodecs codecs) {
        return new ShardStatement(
                sql, parameterTypes.clone(), columns == null ? null : columns.clone(), codecs, true, false);
    }

    /// To run once; nothing is left on the connection.
    public static ShardStatement once(
            String sql, int[] parameterTypes, SqlType @Nullable [] columns, ValueCodecs codecs) {
        return new ShardStatement(
                sql, parameterTypes.clone(), columns == null ? null : columns.clone(), codecs, false, false);
    }

    /// To run once, without parameters and with columns as the shard has them.
    public static ShardStatement once(String sql, ValueCodecs codecs) {
        return new ShardStatement(sql, NO_PARAMETERS, null, codecs, false, false);
    }

    /// Kept prepared on the connections that run it, whatever definitions and settings change: for statements over the
    /// system's own catalogs, without parameters.
    public static ShardStatement lasting(String sql, ValueCodecs codecs) {
        return new ShardStatement(sql, NO_PARAMETERS, null, codecs, true, true);
    }

    public String sql() {
        return sql;
    }

    int parameterCount() {
        return parameterTypes.length;
    }

    int parameterType(int index) {
        return parameterTypes[index];
    }

    TypeCodec[] parameterCodecs() {
        return parameterCodecs;
    }

    ValueCodecs codecs() {
        return codecs;
    }

    /// Null if the columns are to be asked for.
    @Nullable
    ResultShape shape() {
        return shape;
    }

    boolean isPrepared() {
        return prepared;
    }

    boolean isLasting() {
        return lasting;
    }

    @Override
    public boolean equals(Object o) {
        return o == this
                || o instanceof ShardStatement s
                        && hash == s.hash
                        && prepared == s.prepared
                        && sql.equals(s.sql)
                        && Arrays.equals(parameterTypes, s.parameterTypes)
                        && Arrays.equals(columns, s.columns);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return sql;
    }
}
