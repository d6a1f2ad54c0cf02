package org.pgherd.jmh;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgherd.embedded.EmbeddedPostgres;
import org.postgresql.PGConnection;

/// Prints nanoseconds per value of [SemanticsBenchmark] beside PostgreSQL's for the same expression over the same
/// values. The
/// server evaluates the expression once, and [#MORE] times more, for each row: what one evaluation more takes, less
/// what
/// a column takes in its place. Reading the rows, which takes longer than most expressions, is in neither.
final class SemanticsTable {
    private static final int COPIES = 300;
    private static final int RUNS = 7;
    private static final int MORE = 16;
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
        double milliseconds = shape.aggregates()
                ? difference(statement, shape.sql, "count(" + shape.column + ")")
                : (difference(statement, counted(shape.sql, MORE + 1), counted(shape.sql, 1))
                                - difference(statement, counted(shape.column, MORE + 1), counted(shape.column, 1)))
                        / MORE;
        return milliseconds * 1e6 / ((double) COPIES * SemanticsBenchmark.ROWS);
    }

    /// Evaluates an expression so many times for each row; the server does not notice that they are the same.
    private static String counted(String expression, int times) {
        return "sum(num_nonnulls(" + String.join(", ", Collections.nCopies(times, expression)) + "))";
    }

    /// How much longer the one takes than the other: of the shortest of several runs, in turn.
    private static double difference(Statement statement, String more, String less) throws SQLException {
        double whole = Double.MAX_VALUE;
        double base = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            whole = Math.min(whole, milliseconds(statement, more));
            base = Math.min(base, milliseconds(statement, less));
        }
        return whole - base;
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
