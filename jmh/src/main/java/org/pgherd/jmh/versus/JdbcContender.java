package org.pgherd.jmh.versus;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Whatever has a JDBC connection.
record JdbcContender(String name, Connection connection, int patience) implements Contender {
    @Override
    public long run(String sql) throws SQLException {
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(patience);
            try (ResultSet found = statement.executeQuery(sql)) {
                while (found.next()) {
                    rows++;
                }
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
