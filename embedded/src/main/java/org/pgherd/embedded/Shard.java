package org.pgherd.embedded;

import java.sql.Connection;
import java.sql.SQLException;

/// One shard of a herd: a database of a server, usually the only one of interest there.
///
/// @param number from 0
public record Shard(int number, EmbeddedPostgres server, String database) {
    public String host() {
        return EmbeddedPostgres.HOST;
    }

    public int port() {
        return server.port();
    }

    public String user() {
        return EmbeddedPostgres.USER;
    }

    public String jdbcUrl() {
        return server.jdbcUrl(database);
    }

    /// A new connection, owned by the caller.
    public Connection connect() throws SQLException {
        return server.connect(database);
    }

    /// Stops the server in order; open transactions roll back. [#restart] brings it back at the same port.
    public void stop() {
        server.stop();
    }

    /// Ends the server's processes at once, as a crash would.
    public void kill() {
        server.kill();
    }

    /// Starts the server again over the same data, at the same port.
    public void restart() {
        server.restart();
    }
}
