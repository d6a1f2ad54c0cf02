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

/// Fills `text.tsv` with what PostgreSQL makes of the inputs in `text.in`: value, or error.
/// Arguments: JDBC URL of a PostgreSQL 18, directory of both files.
public final class FixtureExport {
    private static final String FUNCTION = """
            CREATE OR REPLACE FUNCTION pg_temp.io(t text, i text, style text) RETURNS text LANGUAGE plpgsql AS $$
            DECLARE r text; m text; s text; d text; h text; c text;
            BEGIN
              PERFORM set_config('datestyle', style, false);
              EXECUTE format('SELECT CAST(%L AS %s)::text', i, t) INTO r;
              PERFORM set_config('datestyle', 'ISO, MDY', false);
              RETURN '=' || r;
            EXCEPTION WHEN OTHERS THEN
              PERFORM set_config('datestyle', 'ISO, MDY', false);
              GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, s = RETURNED_SQLSTATE, d = PG_EXCEPTION_DETAIL,
                h = PG_EXCEPTION_HINT, c = PG_EXCEPTION_CONTEXT;
              RETURN '!' || s || '|' || m || '|' || d || '|' || h || '|'
                || CASE WHEN c LIKE 'JSON data%' THEN regexp_replace(c, E'\\n(SQL statement|PL/pgSQL function).*', '') ELSE '' END;
            END $$""";

    private FixtureExport() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[1]);
        List<String> out = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(args[0]);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(FUNCTION);
            statement.execute("SET timezone = 'America/Los_Angeles'");
            statement.execute("SET datestyle = 'ISO, MDY'");
            try (PreparedStatement io = connection.prepareStatement("SELECT pg_temp.io(?, ?, ?)")) {
                String type = "";
                String style = "ISO, MDY"; // set and reset within each statement: the driver takes no other
                for (String line : Files.readAllLines(directory.resolve("text.in"))) {
                    if (line.startsWith("## ")) {
                        type = line.substring(3);
                        out.add(line);
                    } else if (line.startsWith("#set ")) {
                        if (line.startsWith("#set datestyle")) {
                            style = line.substring(line.indexOf('\'') + 1, line.length() - 1);
                        } else {
                            statement.execute("SET " + line.substring(5));
                        }
                        out.add(line);
                    } else {
                        io.setString(1, type);
                        io.setString(2, unescape(line));
                        io.setString(3, style);
                        try (ResultSet rows = io.executeQuery()) {
                            rows.next();
                            out.add(line + "\t" + escape(rows.getString(1)));
                        }
                    }
                }
            }
        }
        Files.write(directory.resolve("text.tsv"), out);
    }

    static String escape(String s) {
        return s.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
    }

    static String unescape(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '\\') {
                i++;
                c = switch (s.charAt(i)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> s.charAt(i);
                };
            }
            out.append(c);
        }
        return out.toString();
    }
}
