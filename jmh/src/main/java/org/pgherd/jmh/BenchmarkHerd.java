package org.pgherd.jmh;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.HerdOptions;
import org.pgherd.engine.HerdConfig;
import org.pgherd.engine.PgHerd;
import org.pgherd.engine.Session;
import org.pgherd.engine.SessionOptions;
import org.pgherd.engine.ShardConfig;
import org.pgherd.engine.StatementResult;

/// Four shards and a plain PostgreSQL with the same data: accounts by id, events by another key.
final class BenchmarkHerd implements AutoCloseable {
    static final int ACCOUNTS = 100_000;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE accounts (id int PRIMARY KEY, owner text, region int, balance numeric(12,2))",
            "CREATE TABLE events (event_id int PRIMARY KEY, account_id int, kind int, amount float8)");
    private static final List<String> ROWS = List.of(
            "INSERT INTO accounts SELECT g, 'owner ' || g, g % 50, g * 1.25 FROM generate_series(1, " + ACCOUNTS
                    + ") g",
            "INSERT INTO events SELECT g, g % " + ACCOUNTS + " + 1, g % 7, g * 0.5 FROM generate_series(1, 200000) g");

    final EmbeddedHerd servers;
    final PgHerd herd;
    final Session session;

    BenchmarkHerd() throws SQLException {
        servers = EmbeddedHerd.start(HerdOptions.defaults().withShards(4));
        herd = PgHerd.open(HerdConfig.of(servers.shards().stream()
                .map(shard -> new ShardConfig(shard.host(), shard.port(), shard.database(), shard.user(), ""))
                .toList()));
        session = herd.connect(SessionOptions.defaults());
        try (Connection plain = servers.oracle().connect(servers.database());
                Statement statement = plain.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql);
                run(sql);
            }
            run("SELECT create_distributed_table('accounts', 'id')");
            run("SELECT create_distributed_table('events', 'event_id', colocate_with => 'none')");
            for (String sql : ROWS) {
                statement.execute(sql);
                run(sql);
            }
            statement.execute("VACUUM ANALYZE");
            run("VACUUM ANALYZE");
        }
    }

    /// Runs a statement to its end.
    ///
    /// @return rows
    long run(String sql) {
        long rows = 0;
        try (StatementResult result = session.execute(sql)) {
            if (result instanceof StatementResult.Rows found) {
                for (var batch = found.next(); batch != null; batch = found.next()) {
                    rows += batch.rowCount();
                }
            }
        }
        return rows;
    }

    @Override
    public void close() {
        session.close();
        herd.close();
        servers.close();
    }
}
