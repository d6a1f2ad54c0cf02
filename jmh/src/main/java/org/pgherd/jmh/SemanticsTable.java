package org.pgherd.jmh;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgherd.embedded.EmbeddedPostgres;
import org.postgresql.PGConnection;

/// Prints nanoseconds per value of [SemanticsBenchmark] beside PostgreSQL's for the same expression over the same
/// values: the
/// server's own execution time of `count(expression)` less that of `count(column)`, which reads the same columns.
final class SemanticsTable {
    private static final int COPIES = 300;
    private static final int RUNS = 7;
    private static final Pattern TIME = Pattern.compile("Execution Time: ([0-9.]+) ms");

    private SemanticsTable() {}

    /// @param scores by label, as `SemanticsBenchmark.compiled SHAPE`
    static void print(Map<String, Double> scores) throws SQLException, IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            fill(connection, statement);
            System.out.printf(
                    "%n%-20s %-34s %12s %12s %14s %8s%n",
                    "ns per value", "expression", "compiled", "tree", "PostgreSQL", "ratio");
            for (SemanticsShape shape : SemanticsShape.values()) {
                Double compiled = scores.get("SemanticsBenchmark.compiled " + shape);
                Double tree = scores.get("SemanticsBenchmark.tree " + shape);
                if (compiled == null || tree == null) {
                    continue;
                }
                double there = perRow(statement, shape);
                System.out.printf(
                        Locale.ROOT,
                        "%-20s %-34s %12.2f %12.2f %14.2f %8.1f%n",
                        shape,
                        shape.sql,
                        compiled,
                        tree,
                        there,
                        there / compiled);
            }
        }
    }

    private static void fill(Connection connection, Statement statement) throws SQLException, IOException {
        StringBuilder columns = new StringBuilder();
        for (SemanticsShape.Column column : SemanticsShape.Column.values()) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append(column.name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(column.sqlType);
        }
        statement.execute("CREATE TABLE once(" + columns + ")");
        StringBuilder text = new StringBuilder();
        for (String[] row : new SemanticsData(SemanticsBenchmark.ROWS).rows()) {
            text.append(String.join("\t", row)).append('\n');
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY once FROM STDIN", new StringReader(text.toString()));
        statement.execute("CREATE TABLE many AS SELECT once.* FROM once, generate_series(1, " + COPIES + ")");
        statement.execute("VACUUM (ANALYZE, FREEZE) many");
        statement.execute("SET max_parallel_workers_per_gather = 0");
        statement.execute("SET jit = off");
    }

    private static double perRow(Statement statement, SemanticsShape shape) throws SQLException {
        String measured = shape.aggregates() ? shape.sql : "count(" + shape.sql + ")";
        double whole = Double.MAX_VALUE;
        double base = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            whole = Math.min(whole, milliseconds(statement, measured));
            base = Math.min(base, milliseconds(statement, "count(" + shape.column + ")"));
        }
        return (whole - base) * 1e6 / ((double) COPIES * SemanticsBenchmark.ROWS);
    }

    private static double milliseconds(Statement statement, String expression) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON) SELECT " + expression + " FROM many")) {
            while (rows.next()) {
                Matcher time = TIME.matcher(rows.getString(1));
                if (time.find()) {
                    return Double.parseDouble(time.group(1));
                }
            }
        }
        throw new SQLException("no execution time");
    }
}
