package org.pgherd.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgherd.gateway.fake.FakeSession;
import org.pgherd.gateway.protocol.Authentication;
import org.pgherd.gateway.protocol.GatewayConfig;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/// PgJDBC over the in-memory pipe.
@Timeout(30)
class HerdDataSourceTest {
    private HerdDataSource source = HerdDataSource.of(FakeSession::new);

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void readsRowsInTextAndBinary() throws SQLException {
        for (int threshold : new int[] {0, -1}) {
            source.with("prepareThreshold", Integer.toString(threshold));
            try (Connection connection = source.getConnection();
                    PreparedStatement statement = connection.prepareStatement("rows 10");
                    ResultSet rows = statement.executeQuery()) {
                int n = 0;
                while (rows.next()) {
                    n++;
                    assertThat(rows.getInt(1)).isEqualTo(n);
                    assertThat(rows.getString(2)).isEqualTo(n % 5 == 0 ? null : "näme" + n);
                }
                assertThat(n).isEqualTo(10);
            }
        }
    }

    @Test
    void passesParametersInTextAndBinary() throws SQLException {
        for (String threshold : new String[] {"0", "-1"}) {
            source.with("prepareThreshold", threshold);
            try (Connection connection = source.getConnection();
                    PreparedStatement statement = connection.prepareStatement("echo ? ? ? ? ?")) {
                statement.setInt(1, -7);
                statement.setLong(2, Long.MIN_VALUE);
                statement.setString(3, "ünï\u0001");
                statement.setBigDecimal(4, new BigDecimal("12345678901234567890.0010"));
                statement.setNull(5, java.sql.Types.INTEGER);
                try (ResultSet row = statement.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getInt(1)).isEqualTo(-7);
                    assertThat(row.getLong(2)).isEqualTo(Long.MIN_VALUE);
                    assertThat(row.getString(3)).isEqualTo("ünï\u0001");
                    assertThat(row.getBigDecimal(4)).isEqualTo(new BigDecimal("12345678901234567890.0010"));
                    assertThat(row.getObject(5)).isNull();
                }
            }
        }
    }

    @Test
    void fetchesInPartsWhileOtherStatementsRun() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(4);
                try (ResultSet rows = statement.executeQuery("rows 23")) {
                    int n = 0;
                    while (rows.next()) {
                        n++;
                        if (n % 7 == 0) {
                            try (Statement other = connection.createStatement();
                                    ResultSet one = other.executeQuery("rows 1")) {
                                assertThat(one.next()).isTrue();
                            }
                        }
                        assertThat(rows.getInt(1)).isEqualTo(n);
                    }
                    assertThat(n).isEqualTo(23);
                }
            }
            connection.commit();
        }
    }

    @Test
    void manyRowsFillThePipe() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("rows 200000")) {
            int n = 0;
            while (rows.next()) {
                n++;
            }
            assertThat(n).isEqualTo(200_000);
        }
    }

    @Test
    void reportsErrorsAndStaysUsable() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("fail")).isInstanceOfSatisfying(PSQLException.class, e -> {
                assertThat(e.getSQLState()).isEqualTo("22012");
                assertThat(e.getServerErrorMessage().getHint()).isEqualTo("a hint");
            });
            assertThat(statement.execute("notice")).isFalse();
            assertThat(statement.getWarnings().getMessage()).isEqualTo("look here");
        }
    }

    @Test
    void copies() throws Exception {
        try (Connection connection = source.getConnection()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            String lines = "1\ta\n".repeat(100_000);
            assertThat(copy.copyIn("copy in", new StringReader(lines))).isEqualTo(100_000);
            var out = new java.io.StringWriter();
            assertThat(copy.copyOut("copy out", out)).isEqualTo(2);
            assertThat(out).hasToString("1\tone\n2\ttwo\n");
        }
    }

    @Test
    void cancels() throws Exception {
        FakeSession.sleeping = new CountDownLatch(1);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread runner = Thread.ofVirtual().start(() -> {
                try {
                    statement.execute("sleep");
                } catch (SQLException e) {
                    failure.set(e);
                }
            });
            assertThat(FakeSession.sleeping.await(5, TimeUnit.SECONDS)).isTrue();
            statement.cancel();
            runner.join();
            assertThat(failure.get())
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
            assertThat(statement.execute("rows 1")).isTrue();
        }
    }

    @Test
    void checksScramPasswords() throws SQLException {
        source.close();
        source = HerdDataSource.of(
                FakeSession::new,
                GatewayConfig.trust().withAuthentication(new Authentication.Scram(Map.of("alice", "s€cret"))));
        try (Connection connection = source.getConnection("alice", "s€cret")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        for (String user : new String[] {"alice", "mallory"}) {
            assertThatThrownBy(() -> source.getConnection(user, "wrong"))
                    .isInstanceOfSatisfying(PSQLException.class, e -> {
                        assertThat(e.getSQLState()).isEqualTo("28P01");
                        assertThat(e.getMessage()).contains("password authentication failed for user \"" + user + "\"");
                    });
        }
    }

    @Test
    void passesOnWhyThereIsNoSession() {
        assertThatThrownBy(() -> source.getConnection("nobody", "")).isInstanceOfSatisfying(PSQLException.class, e -> {
            assertThat(e.getSQLState()).isEqualTo("28000");
            assertThat(e.getMessage()).contains("role \"nobody\" does not exist");
        });
    }

    @Test
    void closingEndsConnections() throws SQLException {
        int before = FakeSession.OPEN.get();
        Connection connection = source.getConnection();
        assertThat(FakeSession.OPEN.get()).isEqualTo(before + 1);
        source.close();
        assertThat(FakeSession.OPEN.get()).isEqualTo(before);
        assertThatThrownBy(() -> connection.createStatement().execute("rows 1")).isInstanceOf(SQLException.class);
        assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
    }
}
