package org.pgherd.executor.shard;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.ErrorFields;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// A connection that PgJDBC has opened and its socket. The driver object is kept for cancel requests and for
/// closing; it must not send anything else.
///
/// @param output past the filter of the start-up message
record Login(PgConnection driver, Socket socket, OutputStream output) {
    /// Seconds for connection and authentication.
    private static final int PATIENCE = 15;

    static Login open(ShardAddress shard, Map<String, String> settings) {
        String token = UUID.randomUUID().toString();
        try {
            PgConnection driver = (PgConnection) new Driver()
                    .connect(
                            "jdbc:postgresql://" + shard.host() + ":" + shard.port() + "/",
                            properties(shard, settings, token));
            Socket socket = TakenSockets.take(token);
            if (driver == null || socket == null) {
                throw new AssertionError("PgJDBC opened no socket");
            }
            OutputStream output = socket instanceof TakenSocket plain ? plain.plainOutput() : socket.getOutputStream();
            return new Login(driver, socket, output);
        } catch (SQLException e) {
            throw failure(shard, e);
        } catch (IOException e) {
            throw new SqlException(SqlState.of("08001"), "could not connect to " + shard + ": " + reason(e));
        } finally {
            Socket ignored = TakenSockets.take(token);
        }
    }

    private static Properties properties(ShardAddress shard, Map<String, String> settings, String token) {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, shard.user());
        String password = shard.password();
        if (password != null) {
            PGProperty.PASSWORD.set(properties, password);
        }
        PGProperty.PG_DBNAME.set(properties, shard.database());
        boolean local = shard.host().equals("localhost") || shard.host().startsWith("127.");
        PGProperty.SSL_MODE.set(
                properties,
                switch (shard.ssl()) {
                    case DISABLE -> "disable";
                    // the loopback interface needs no protection
                    case PREFER -> local ? "disable" : "prefer";
                    case REQUIRE -> "require";
                    case VERIFY_FULL -> "verify-full";
                });
        PGProperty.LOGIN_TIMEOUT.set(properties, PATIENCE);
        PGProperty.CONNECT_TIMEOUT.set(properties, PATIENCE);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        // spares the queries by which the driver finds out
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "15");
        PGProperty.APPLICATION_NAME.set(properties, settings.getOrDefault("application_name", "pgherd"));
        StringBuilder options = new StringBuilder();
        settings.forEach((name, value) -> {
            if (!name.equals("application_name")) {
                options.append(" -c ")
                        .append(name)
                        .append('=')
                        .append(value.replace("\\", "\\\\").replace(" ", "\\ "));
            }
        });
        if (!options.isEmpty()) {
            PGProperty.OPTIONS.set(properties, options.toString().strip());
        }
        TakenSockets.register(properties, token);
        return properties;
    }

    private static SqlException failure(ShardAddress shard, SQLException e) {
        String prefix = "could not connect to " + shard + ": ";
        if (e instanceof PSQLException p && p.getServerErrorMessage() != null) {
            ServerErrorMessage server = p.getServerErrorMessage();
            ErrorFields fields = ErrorFields.NONE
                    .withSeverity("FATAL")
                    .withDetail(server.getDetail())
                    .withHint(server.getHint())
                    .withAt(Position.NONE);
            return new SqlException(
                    SqlState.of(String.valueOf(server.getSQLState())), prefix + server.getMessage(), fields, null);
        }
        IOException io = ioCause(e);
        return new SqlException(
                SqlState.of("08001"), prefix + (io == null ? firstLine(String.valueOf(e.getMessage())) : reason(io)));
    }

    private static @Nullable IOException ioCause(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return null;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }

    /// Words for a user; exceptions' class names are not.
    static String reason(IOException e) {
        return switch (e) {
            case UnknownHostException unknown ->
                "could not translate host name \"" + unknown.getMessage() + "\" to address";
            case ConnectException _ -> "connection refused";
            case SocketTimeoutException _ -> "timeout expired";
            default -> {
                String message = e.getMessage();
                yield message == null ? "input/output error" : message;
            }
        };
    }

    void cancel() {
        try {
            driver.cancelQuery();
        } catch (SQLException e) {
            // the statement goes on; if the shard is gone its own connection will say so
        }
    }
}
