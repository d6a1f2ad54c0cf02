package org.pgherd.semantics.codec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Fills `values.tsv` for the values in `values.in`: binary form, hashes (plain; extended with seed 0 and with the
/// partition seed; empty if the type has none), and rank in the type's order.
/// Arguments: JDBC URL of a PostgreSQL 18 whose default collation is C, directory of both files.
public final class ValuesExport {
    private ValuesExport() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[1]);
        List<String> out = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(args[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("SET timezone = 'UTC'");
            String type = "";
            List<String> values = new ArrayList<>();
            for (String line : Files.readAllLines(directory.resolve("values.in"))) {
                if (line.startsWith("## ")) {
                    section(connection, type, values, out);
                    type = line.substring(3);
                    values.clear();
                } else {
                    values.add(FixtureExport.unescape(line));
                }
            }
            section(connection, type, values, out);
        }
        Files.write(directory.resolve("values.tsv"), out);
    }

    private static void section(Connection connection, String type, List<String> values, List<String> out)
            throws Exception {
        if (values.isEmpty()) {
            return;
        }
        out.add("## " + type);
        String send =
                single(connection, "SELECT typsend::regproc::text FROM pg_type WHERE oid = '" + type + "'::regtype");
        String kind = single(
                connection,
                "SELECT CASE WHEN typelem <> 0 AND typsubscript = 'array_subscript_handler'::regproc THEN 'anyarray'"
                        + " ELSE '" + type + "' END FROM pg_type WHERE oid = '" + type + "'::regtype");
        String hash = hash(connection, kind, 1);
        String extended = hash(connection, kind, 2);
        boolean ordered = !type.equals("json");
        String sql = "SELECT " + send + "(v)::text, "
                + (hash.isEmpty()
                        ? "NULL, NULL, NULL, "
                        : hash + "(v), " + extended + "(v, 0), " + extended + "(v, 8816678312871386365), ")
                + (ordered ? "dense_rank() OVER (ORDER BY v)" : "0")
                + " FROM (SELECT CAST(u AS " + type
                + ") AS v, n FROM unnest(?) WITH ORDINALITY AS t(u, n)) s ORDER BY n";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", values.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                int i = 0;
                while (rows.next()) {
                    StringBuilder line = new StringBuilder(FixtureExport.escape(values.get(i++)));
                    for (int column = 1; column <= 5; column++) {
                        String field = rows.getString(column);
                        line.append('\t').append(field == null ? "" : field.replace("\\x", ""));
                    }
                    out.add(line.toString());
                }
            }
        }
    }

    private static String hash(Connection connection, String type, int number) throws Exception {
        return single(
                connection,
                "SELECT p.amproc::regproc::text FROM pg_opclass c JOIN pg_am a ON a.oid = opcmethod JOIN pg_amproc p"
                        + " ON p.amprocfamily = c.opcfamily AND amproclefttype = opcintype WHERE amname = 'hash'"
                        + " AND opcdefault AND amprocnum = " + number + " AND (opcintype = '" + type
                        + "'::regtype OR opcintype = 25 AND '" + type + "'::regtype = 1043)");
    }

    private static String single(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
