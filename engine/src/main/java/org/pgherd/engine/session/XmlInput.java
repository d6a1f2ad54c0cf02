package org.pgherd.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.semantics.value.Text;

/// The input function of xml: the catalog shard parses the text.
final class XmlInput {
    private XmlInput() {}

    /// The error is asked for as a row, so that one that is caught leaves the shard's transaction usable; servers
    /// before
    /// version 16 can only fail.
    static Text read(Text text, ShardConnection shard) {
        String literal = PlacementWriter.literal(text.toString());
        if (major(shard) < 16) {
            return Text.of(
                    String.valueOf(TextRows.single(shard, "SELECT pg_catalog.xml(" + literal + "::pg_catalog.text)")));
        }
        List<@Nullable String[]> rows = TextRows.of(
                shard,
                "SELECT e.sql_error_code, e.message, e.detail, e.hint,"
                        + " CASE WHEN e.message IS NULL THEN pg_catalog.xml(v.t) END"
                        + " FROM (VALUES (" + literal + "::pg_catalog.text)) v(t),"
                        + " LATERAL pg_catalog.pg_input_error_info(v.t, 'pg_catalog.xml') e");
        @Nullable String[] row = rows.getFirst();
        String message = row[1];
        if (message == null) {
            return Text.of(String.valueOf(row[4]));
        }
        SqlException error = new SqlException(SqlState.of(String.valueOf(row[0])), message);
        error = row[2] == null ? error : error.withDetail(row[2]);
        throw row[3] == null ? error : error.withHint(row[3]);
    }

    private static int major(ShardConnection shard) {
        String version = shard.parameter("server_version");
        int digits = 0;
        while (version != null && digits < version.length() && Character.isDigit(version.charAt(digits))) {
            digits++;
        }
        return version == null || digits == 0 ? 0 : Integer.parseInt(version.substring(0, digits));
    }
}
