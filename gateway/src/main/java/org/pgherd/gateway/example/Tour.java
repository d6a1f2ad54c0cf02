package org.pgherd.gateway.example;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pgherd.gateway.shell.StatementScanner;

/// The statements that the demo runs on the herd and on a plain PostgreSQL, read from `examples/tour`.
public final class Tour {
    private static final List<String> FILES = List.of(
            "1-route.sql",
            "2-scatter.sql",
            "3-split.sql",
            "4-pull.sql",
            "5-write.sql",
            "6-functions.sql",
            "7-tpch.sql");
    private static final String TITLE = "-- == ";

    private Tour() {}

    /// @param statements without comments and semicolons, run one after the other
    public record Stop(String title, List<String> statements) {
        public Stop {
            statements = List.copyOf(statements);
        }
    }

    public static List<Stop> stops() throws IOException {
        List<Stop> stops = new ArrayList<>();
        for (String file : FILES) {
            String title = "";
            StringBuilder sql = new StringBuilder();
            for (String line : ExampleFiles.read("tour/" + file).lines().toList()) {
                if (line.startsWith(TITLE)) {
                    add(stops, title, sql);
                    title = line.substring(TITLE.length());
                } else {
                    sql.append(line).append('\n');
                }
            }
            add(stops, title, sql);
        }
        return stops;
    }

    private static void add(List<Stop> stops, String title, StringBuilder sql) {
        List<String> statements = StatementScanner.all(sql.toString());
        if (!statements.isEmpty()) {
            stops.add(new Stop(title, statements));
        }
        sql.setLength(0);
    }
}
