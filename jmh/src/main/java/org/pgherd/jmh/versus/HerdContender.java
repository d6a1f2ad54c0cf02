package org.pgherd.jmh.versus;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.engine.HerdConfig;
import org.pgherd.engine.PgHerd;
import org.pgherd.engine.Session;
import org.pgherd.engine.SessionOptions;
import org.pgherd.engine.ShardConfig;
import org.pgherd.engine.StatementResult;
import org.pgherd.errors.SqlException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// PgHerd in this process.
final class HerdContender implements Contender {
    private final PgHerd herd;
    private final Session session;

    HerdContender(EmbeddedHerd servers) {
        herd = PgHerd.open(HerdConfig.of(servers.shards().stream()
                .map(shard -> new ShardConfig(shard.host(), shard.port(), shard.database(), shard.user(), ""))
                .toList()));
        session = herd.connect(SessionOptions.defaults());
    }

    /// Makes the tables and copies what the plain server has.
    void load(Connection plain) throws SQLException, IOException {
        for (String sql : Dataset.schema(true)) {
            command(sql);
        }
        for (String table : Dataset.KEYS.keySet()) {
            CopyOut out = plain.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT");
            try (StatementResult result = session.execute("COPY " + table + " FROM STDIN")) {
                if (!(result instanceof StatementResult.CopyIn in)) {
                    throw new AssertionError("not a COPY");
                }
                for (byte[] line = out.readFromCopy(); line != null; line = out.readFromCopy()) {
                    in.write(line, 0, line.length);
                }
                in.finish();
            }
        }
        command("VACUUM ANALYZE");
    }

    void command(String sql) throws SQLException {
        run(sql);
    }

    @Override
    public String name() {
        return "PgHerd";
    }

    @Override
    public long run(String sql) throws SQLException {
        long rows = 0;
        try (StatementResult result = session.execute(sql)) {
            if (result instanceof StatementResult.Rows found) {
                for (var batch = found.next(); batch != null; batch = found.next()) {
                    rows += batch.rowCount();
                }
            }
            return rows;
        } catch (SqlException e) {
            throw new SQLException(e.getMessage(), e.state().code());
        }
    }

    @Override
    public void close() {
        session.close();
        herd.close();
    }
}
