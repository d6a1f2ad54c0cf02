package org.pgherd.jmh.parser;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.pgherd.embedded.EmbeddedPostgres;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What the parser of a real PostgreSQL 18 says of a statement, which is not run: for labels that older releases gave.
final class ServerVerdict implements AutoCloseable {
    /// Where errors about the text come from; all others mean that the parser took it.
    private static final Set<String> FILES = Set.of("scan.l", "gram.y", "parser.c", "mbutils.c", "scansup.c");

    private final EmbeddedPostgres server;
    private final Connection connection;

    ServerVerdict() throws SQLException {
        server = EmbeddedPostgres.start();
        connection = server.connect();
    }

    /// `accepted`, or the error with its place.
    String of(String sql) throws SQLException {
        // the driver takes ? for a parameter and ?? for the operator
        try (PreparedStatement statement = connection.prepareStatement(sql.replace("?", "??"))) {
            var _ = statement.getMetaData();
            return "accepted";
        } catch (SQLException e) {
            ServerErrorMessage error = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
            if (error == null || !FILES.contains(error.getFile())) {
                return "accepted";
            }
            return error.getMessage() + " @" + error.getPosition();
        }
    }

    /// Whether the server creates the routine, whose body it checks then.
    boolean creates(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            return true;
        } catch (PSQLException e) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        server.close();
    }
}
