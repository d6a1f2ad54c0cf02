package org.pgherd.gateway.memory;

import java.io.PrintWriter;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.protocol.Gateway;
import org.pgherd.gateway.protocol.GatewayConfig;
import org.pgherd.gateway.protocol.SessionSource;

/// JDBC connections to a herd in the same JVM. Each is a PgJDBC connection with a session of its own; there is no pool.
///
/// ```java
/// try (PgHerd herd = PgHerd.open(config); HerdDataSource source = HerdDataSource.of(herd::connect)) {
///     Connection connection = source.getConnection();
/// }
/// ```
/// Closing it ends its connections; the herd is the caller's.
public final class HerdDataSource implements DataSource, AutoCloseable {
    private static final String DATABASE = "herd";
    private static final String USER = "postgres";

    private final Gateway gateway;
    private final long number;
    private final Properties properties = new Properties();
    private int loginTimeoutSeconds;
    private @Nullable PrintWriter log;

    private HerdDataSource(Gateway gateway) {
        this.gateway = gateway;
        this.number = PipeSocketFactory.register(gateway);
    }

    public static HerdDataSource of(SessionSource sessions) {
        return of(sessions, GatewayConfig.trust());
    }

    public static HerdDataSource of(SessionSource sessions, GatewayConfig config) {
        return new HerdDataSource(new Gateway(sessions, config));
    }

    /// Sets a property of PgJDBC's for connections to come, such as `preferQueryMode`.
    public HerdDataSource with(String property, String value) {
        properties.setProperty(property, value);
        return this;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(USER, "");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties all = new Properties();
        all.putAll(properties);
        all.setProperty("user", user);
        if (!password.isEmpty()) {
            all.setProperty("password", password);
        }
        all.setProperty("socketFactory", PipeSocketFactory.class.getName());
        all.setProperty("socketFactoryArg", Long.toString(number));
        all.setProperty("sslmode", "disable");
        all.setProperty("gssEncMode", "disable");
        if (loginTimeoutSeconds > 0) {
            all.setProperty("loginTimeout", Integer.toString(loginTimeoutSeconds));
        }
        Connection connection = new org.postgresql.Driver().connect("jdbc:postgresql://localhost/" + DATABASE, all);
        if (connection == null) {
            throw new AssertionError("PgJDBC does not take its own URL");
        }
        return connection;
    }

    /// A new socket into the herd, for clients that speak the protocol themselves.
    public Socket openSocket() {
        PipeSocket socket = new PipeSocket(gateway::serve);
        socket.connect(socket.getRemoteSocketAddress());
        return socket;
    }

    @Override
    public void close() {
        PipeSocketFactory.unregister(number);
        gateway.close();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        log = out;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeoutSeconds = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeoutSeconds;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("PgHerd logs through slf4j");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a wrapper of " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
