package org.pgherd.jmh.versus;

import java.sql.SQLException;

/// One way to have the queries answered.
interface Contender extends AutoCloseable {
    String name();

    /// Runs a query to its last row.
    ///
    /// @return rows
    /// @throws SQLException if it cannot be answered, or not in time
    long run(String sql) throws SQLException;

    @Override
    void close() throws SQLException;
}
