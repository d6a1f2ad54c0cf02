package org.pgherd.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EmbeddedHerdTest {
    private final EmbeddedHerd herd = EmbeddedHerd.shared(2);

    @BeforeEach
    void empty() throws SQLException {
        herd.reset();
    }

    @Test
    void shardsAreTheReferenceVersionWithTheSettingsThatTheEngineNeeds() throws SQLException {
        assertThat(herd.shards()).hasSize(2);
        for (Shard shard : herd.shards()) {
            assertThat(ask(shard, "SELECT current_setting('server_version_num')::int / 10000"))
                    .containsExactly("18");
            assertThat(ask(shard, "SELECT current_database()")).containsExactly("herd");
            assertThat(ask(shard, "SHOW max_prepared_transactions")).containsExactly("64");
            assertThat(ask(shard, "SHOW wal_level")).containsExactly("logical");
            assertThat(ask(shard, "SHOW listen_addresses")).containsExactly("127.0.0.1");
            assertThat(ask(shard, "SHOW unix_socket_directories")).containsExactly("");
            assertThat(ask(shard, "SHOW fsync")).containsExactly("off");
        }
        assertThat(herd.shard(0).port()).isNotEqualTo(herd.shard(1).port());
    }

    @Test
    void textSortsByCodePointAndUpperCasesBeyondAscii() throws SQLException {
        assertThat(ask(herd.shard(0), "SELECT v FROM unnest(ARRAY['b','B','ä','a']) v ORDER BY v"))
                .containsExactly("B", "a", "b", "ä");
        assertThat(ask(herd.shard(0), "SELECT upper('straße é')")).containsExactly("STRAßE É");
    }

    @Test
    void theOracleIsAServerOfItsOwn() throws SQLException {
        execute(herd.shard(0), "CREATE TABLE here_only (id int)");
        EmbeddedPostgres oracle = herd.oracle();
        assertThat(oracle).isSameAs(herd.oracle());
        assertThat(oracle.database()).isEqualTo("herd");
        try (Connection connection = oracle.connect()) {
            assertThat(ask(connection, "SELECT to_regclass('here_only') IS NULL"))
                    .containsExactly("t");
        }
    }

    @Test
    void resetDropsTablesConnectionsAndPreparedTransactions() throws SQLException {
        try (Connection idle = herd.shard(1).connect()) {
            execute(herd.shard(1), "CREATE TABLE t (id int)");
            execute(herd.shard(1), "BEGIN; INSERT INTO t VALUES (1); PREPARE TRANSACTION 'it''s in doubt'");
            herd.reset();
            assertThatThrownBy(() -> ask(idle, "SELECT 1")).isInstanceOf(SQLException.class);
        }
        assertThat(ask(herd.shard(1), "SELECT count(*) FROM pg_prepared_xacts")).containsExactly("0");
        assertThat(ask(herd.shard(1), "SELECT to_regclass('t') IS NULL")).containsExactly("t");
    }

    @Test
    void aKilledShardLeavesTheOthersAloneAndComesBackWithItsDataAtItsPort() throws SQLException {
        execute(herd.shard(0), "CREATE TABLE t AS SELECT generate_series(1, 1000) AS id");
        int port = herd.shard(0).port();
        herd.shard(0).kill();
        assertThat(herd.shard(0).server().isRunning()).isFalse();
        assertThatThrownBy(() -> herd.shard(0).connect()).isInstanceOf(SQLException.class);
        assertThat(ask(herd.shard(1), "SELECT 1")).containsExactly("1");

        herd.shard(0).restart();
        assertThat(herd.shard(0).port()).isEqualTo(port);
        assertThat(ask(herd.shard(0), "SELECT count(*) FROM t")).containsExactly("1000");

        herd.shard(0).stop();
        assertThatThrownBy(() -> herd.shard(0).connect()).isInstanceOf(SQLException.class);
        herd.shard(0).restart();
        assertThat(ask(herd.shard(0), "SELECT count(*) FROM t")).containsExactly("1000");
    }

    @Test
    void closingASharedHerdDoesNothing() throws SQLException {
        EmbeddedHerd.shared(2).close();
        assertThat(EmbeddedHerd.shared(2)).isSameAs(herd);
        assertThat(ask(herd.shard(0), "SELECT 1")).containsExactly("1");
    }

    @Test
    void shardsOfOneServerAreDatabases() throws SQLException {
        Path data;
        try (EmbeddedHerd light =
                EmbeddedHerd.start(HerdOptions.defaults().withShards(3).withOneServer())) {
            data = light.shard(0).server().dataFolder();
            assertThat(light.shards())
                    .extracting(Shard::port)
                    .containsOnly(light.shard(0).port());
            execute(light.shard(1), "CREATE TABLE t (id int)");
            assertThat(ask(light.shard(1), "SELECT to_regclass('t') IS NULL")).containsExactly("f");
            assertThat(ask(light.shard(2), "SELECT to_regclass('t') IS NULL")).containsExactly("t");
        }
        assertThat(data).doesNotExist();
        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void settingsAndDatabaseCanBeChosen() throws Exception {
        ServerOptions options =
                ServerOptions.defaults().withDatabase("my \"own\"").withSetting("work_mem", "7MB");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options);
                Connection connection = server.connect("postgres")) {
            assertThat(ask(connection, "SHOW work_mem")).containsExactly("7MB");
            assertThat(ask(connection, "SELECT datname FROM pg_database WHERE datname LIKE 'my%'"))
                    .containsExactly("my \"own\"");
            assertThat(Files.readString(server.logFile())).contains("ready to accept connections");
        }
    }

    private static void execute(Shard shard, String sql) throws SQLException {
        try (Connection connection = shard.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> ask(Shard shard, String sql) throws SQLException {
        try (Connection connection = shard.connect()) {
            return ask(connection, sql);
        }
    }

    private static List<String> ask(Connection connection, String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
