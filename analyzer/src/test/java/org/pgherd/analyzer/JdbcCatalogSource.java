package org.pgherd.analyzer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogSource;

/// A catalog source over a JDBC connection, which must not be in autocommit mode.
record JdbcCatalogSource(Connection connection) implements CatalogSource {
    @Override
    public List<@Nullable String[]> rows(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<@Nullable String[]> rows = new ArrayList<>();
            int n = result.getMetaData().getColumnCount();
            while (result.next()) {
                @Nullable String[] row = new String[n];
                for (int i = 0; i < n; i++) {
                    row[i] = result.getString(i + 1);
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
