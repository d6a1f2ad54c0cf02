package org.pgherd.gateway.herd;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.engine.HerdConfig;
import org.pgherd.engine.PgHerd;
import org.pgherd.engine.ShardConfig;
import org.pgherd.gateway.memory.HerdDataSource;

/// The same JDBC code over the herd's data source and over a plain PostgreSQL gives the same.
@Timeout(120)
class JdbcOverHerdTest {
    private static final int ROWS = 20;
    private static @Nullable PgHerd herd;
    private static @Nullable HerdDataSource source;

    private interface Work {
        Object on(Connection connection) throws SQLException;
    }

    @BeforeAll
    static void open() throws SQLException {
        EmbeddedHerd servers = EmbeddedHerd.shared(2);
        servers.reset();
        herd = PgHerd.open(new HerdConfig(
                servers.shards().stream()
                        .map(shard -> new ShardConfig(shard.host(), shard.port(), shard.database(), shard.user(), ""))
                        .toList(),
                Map.of()));
        source = HerdDataSource.of(herd::connect);
        String columns = "CREATE TABLE types (id int PRIMARY KEY, a int2, b int8, c numeric, d text, e varchar(10),"
                + " f char(5), g date, h timestamp, i timestamptz, j bool, k float4, l float8, m bytea, n uuid,"
                + " o int[], p text[], q jsonb, r interval, s time)";
        try (Connection ours = source.getConnection();
                Connection theirs = servers.oracle().connect()) {
            ours.createStatement().execute(columns + " WITH (pgherd.shard_by = 'hash(id)')");
            theirs.createStatement().execute(columns);
        }
        assertThat(same(JdbcOverHerdTest::insertAllTypes)).isEqualTo(ROWS);
    }

    @AfterAll
    static void close() {
        if (source != null) {
            source.close();
        }
        if (herd != null) {
            herd.close();
        }
    }

    /// Runs the work on both sides.
    private static Object same(Work work) throws SQLException {
        try (Connection ours = source.getConnection();
                Connection theirs = EmbeddedHerd.shared(2).oracle().connect()) {
            Object expected = outcome(work, theirs);
            assertThat(outcome(work, ours)).isEqualTo(expected);
            return expected;
        }
    }

    private static Object outcome(Work work, Connection connection) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            return e.getSQLState() + " " + e.getMessage();
        }
    }

    private static Object insertAllTypes(Connection connection) throws SQLException {
        int inserted = 0;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO types VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?::jsonb,?::interval,?::time)")) {
            for (int i = 1; i <= ROWS; i++) {
                insert.setInt(1, i);
                insert.setShort(2, (short) -i);
                insert.setLong(3, i * 1_000_000_000_000L);
                insert.setBigDecimal(4, new BigDecimal("1.50").multiply(BigDecimal.valueOf(i)));
                insert.setString(5, "tëxt" + i);
                insert.setString(6, "v" + i);
                insert.setString(7, "c");
                insert.setObject(8, LocalDate.of(2024, 1, i));
                insert.setObject(9, LocalDateTime.of(2024, 1, i, 1, 2, 3, 456_000_000));
                insert.setObject(10, OffsetDateTime.of(2024, 1, i, 1, 2, 3, 0, ZoneOffset.UTC));
                insert.setBoolean(11, i % 2 == 0);
                insert.setFloat(12, i / 3f);
                insert.setDouble(13, i / 3d);
                insert.setBytes(14, new byte[] {1, 2, (byte) i});
                insert.setObject(15, new UUID(1, i));
                insert.setArray(16, connection.createArrayOf("int4", new @Nullable Integer[] {i, null}));
                insert.setArray(17, connection.createArrayOf("text", new @Nullable String[] {"a\"b", null, "NULL"}));
                insert.setString(18, "{\"b\": 1, \"a\": [1.50, null]}");
                insert.setString(19, "1 day 02:00");
                insert.setString(20, "10:11:12.5");
                inserted += insert.executeUpdate();
            }
        }
        return inserted;
    }

    private static List<String> rows(ResultSet rows) throws SQLException {
        List<String> all = new ArrayList<>();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                Object value = rows.getObject(i);
                row.add(value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value));
            }
            all.add(row.toString());
        }
        return all;
    }

    @Test
    void everyTypeInTextAndInBinary() throws SQLException {
        for (int repeats : new int[] {1, 8}) {
            same(connection -> {
                List<String> all = List.of();
                try (PreparedStatement select = connection.prepareStatement("SELECT * FROM types WHERE id = ?")) {
                    for (int i = 0; i < repeats; i++) {
                        select.setInt(1, 3);
                        all = rows(select.executeQuery());
                    }
                }
                return all;
            });
        }
        same(connection ->
                rows(connection.createStatement().executeQuery("SELECT * FROM types WHERE id <= 20 ORDER BY id")));
    }

    @Test
    void metadata() throws SQLException {
        same(connection -> {
            List<String> found = new ArrayList<>();
            try (ResultSet columns = connection.getMetaData().getColumns(null, "public", "types", null)) {
                while (columns.next()) {
                    found.add(columns.getString("COLUMN_NAME") + " " + columns.getString("TYPE_NAME") + " "
                            + columns.getInt("COLUMN_SIZE"));
                }
            }
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT id, d FROM types WHERE id > ? AND d LIKE ?")) {
                found.add(statement.getParameterMetaData().getParameterTypeName(1));
                found.add(statement.getParameterMetaData().getParameterTypeName(2));
                found.add(statement.getMetaData().getTableName(2));
            }
            return found;
        });
    }

    @Test
    void errorsTellStateAndPosition() throws SQLException {
        same(connection -> connection.createStatement().execute("SELECT * FROM types WHERE id = 'x'"));
        same(connection -> connection.createStatement().execute("SELECT * FROM nowhere"));
        same(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM types WHERE id = ?::int")) {
                statement.setString(1, "zz");
                return rows(statement.executeQuery());
            }
        });
    }

    @Test
    void transactionsAndSavepoints() throws SQLException {
        same(connection -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("INSERT INTO types(id) VALUES (700), (701), (702)");
                Savepoint before = connection.setSavepoint();
                String state = String.valueOf(outcome(
                        c -> c.createStatement().executeUpdate("INSERT INTO types(id) VALUES (700)"), connection));
                connection.rollback(before);
                statement.executeUpdate("INSERT INTO types(id) VALUES (703)");
                connection.rollback();
                return state + rows(statement.executeQuery("SELECT id FROM types WHERE id >= 700"));
            }
        });
    }

    @Test
    void batchIsAllOrNothing() throws SQLException {
        same(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO types(id, d) VALUES (?, 'b')")) {
                for (int id : new int[] {300, 301, 302, 1, 303}) {
                    insert.setInt(1, id);
                    insert.addBatch();
                }
                String state;
                try {
                    state = Arrays.toString(insert.executeBatch());
                } catch (BatchUpdateException e) {
                    state = e.getSQLState();
                }
                return state
                        + rows(connection
                                .createStatement()
                                .executeQuery("SELECT id FROM types WHERE id >= 300 ORDER BY id"));
            }
        });
    }

    @Test
    void fetchesInParts() throws SQLException {
        same(connection -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(7);
                List<String> all = rows(statement.executeQuery("SELECT id, c FROM types WHERE id <= 20 ORDER BY id"));
                connection.commit();
                return all;
            }
        });
    }

    @Test
    void timeoutCancelsOnTheShards() throws SQLException {
        same(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(1);
                return statement.execute("SELECT pg_sleep(30)");
            }
        });
    }

    /// What Describe says of statements that are not queries.
    private static Object describedUtilities(Connection connection) throws SQLException {
        List<String> told = new ArrayList<>();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE PROCEDURE gives(a int, OUT b text, INOUT c numeric) LANGUAGE plpgsql"
                    + " AS $$ BEGIN b := a::text; c := c + 1; END $$");
            statement.execute("PREPARE p(int) AS SELECT id, d, $1 AS n FROM types WHERE id = $1");
            statement.execute("DECLARE cursor_of_types CURSOR FOR SELECT a, g AS day FROM types ORDER BY id");
            for (String sql : List.of(
                    "CALL gives(1, NULL, 2)",
                    "SHOW timezone",
                    "SHOW ALL",
                    "EXPLAIN (FORMAT JSON) SELECT 1",
                    "EXPLAIN SELECT 1",
                    "FETCH 2 FROM cursor_of_types",
                    "MOVE 1 FROM cursor_of_types",
                    "EXECUTE p(3)")) {
                try (PreparedStatement prepared = connection.prepareStatement(sql)) {
                    var columns = prepared.getMetaData();
                    for (int i = 1; columns != null && i <= columns.getColumnCount(); i++) {
                        told.add(sql + ": " + columns.getColumnName(i) + " " + columns.getColumnTypeName(i));
                    }
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return told;
    }

    @Test
    void describesUtilities() throws SQLException {
        assertThat((List<?>) same(JdbcOverHerdTest::describedUtilities)).hasSize(13);
    }
}
