package org.pgherd.semantics.differential;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.embedded.EmbeddedPostgres;

/// A real PostgreSQL that evaluates one expression over many tuples of texts, and tells value or error of each.
final class Oracle implements AutoCloseable {
    static final String TIME_ZONE = "America/New_York";

    private final EmbeddedPostgres server;
    private final Connection connection;

    Oracle() throws SQLException {
        server = EmbeddedPostgres.start();
        connection = server.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = '" + TIME_ZONE + "'");
            statement.execute("SET client_min_messages = error");
            statement.execute("SET statement_timeout = '60s'");
            statement.execute("""
                    CREATE FUNCTION pg_temp.probe(query text, tuples text[]) RETURNS text[] LANGUAGE plpgsql AS $$
                    DECLARE
                      answers text[];
                      answer text;
                      tuple text[];
                      state text;
                      message text;
                    BEGIN
                      FOREACH tuple SLICE 1 IN ARRAY tuples LOOP
                        BEGIN
                          EXECUTE query INTO answer USING tuple;
                          answer := 'V' || answer;
                        EXCEPTION WHEN OTHERS THEN
                          GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
                          answer := 'E' || state || ' ' || message;
                        END;
                        answers := answers || answer;
                      END LOOP;
                      RETURN answers;
                    END $$""");
        }
    }

    /// `query` names the tuple's texts `($1)[1]`, `($1)[2]`...; answers are `V` and the value, `E` with SQLSTATE
    /// and message, or null for NULL.
    List<@Nullable String> probe(String query, List<@Nullable String[]> tuples) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_temp.probe(?, ?)")) {
            statement.setString(1, query);
            String[][] matrix = tuples.stream()
                    .map(t -> t.length == 0 ? new String[] {""} : t)
                    .toArray(String[][]::new);
            Array array = connection.createArrayOf("text", matrix);
            statement.setArray(2, array);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                List<@Nullable String> answers = new ArrayList<>();
                for (Object answer : (Object[]) rows.getArray(1).getArray()) {
                    answers.add((String) answer);
                }
                return answers;
            }
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        server.close();
    }
}
