package org.pgherd.jmh.versus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A query to be timed.
///
/// @param bar the ratio to plain PostgreSQL that it is to stay below
record Query(String name, String sql, double bar) {
    /// Of one kind: what is known of the tables is in [Dataset].
    static List<Query> mixed() {
        return List.of(
                new Query(
                        "co-located join + group",
                        "SELECT a.region, count(*), sum(e.amount) FROM events e JOIN accounts a ON a.id = e.account_id"
                                + " GROUP BY a.region ORDER BY a.region",
                        1.0),
                new Query(
                        "global aggregate",
                        "SELECT count(*), sum(amount), avg(amount), min(created), max(created) FROM events",
                        1.1),
                new Query("top-N by another column", "SELECT * FROM events ORDER BY amount DESC, id LIMIT 20", 1.5),
                new Query(
                        "cross-shard join + group",
                        "SELECT a.region, count(*), sum(e.amount) FROM events e JOIN accounts a ON a.id = e.partner_id"
                                + " GROUP BY a.region ORDER BY a.region",
                        1.5),
                new Query(
                        "cross-shard join + group, selective",
                        "SELECT a.region, count(*), sum(e.amount) FROM events e JOIN accounts a ON a.id = e.partner_id"
                                + " WHERE a.region = 7 GROUP BY a.region",
                        1.5),
                new Query(
                        "lookup join of 12 rows",
                        "SELECT e.id, a.name FROM events e JOIN accounts a ON a.id = e.partner_id"
                                + " WHERE e.account_id = 4711 AND e.id <= 1000000 ORDER BY e.id LIMIT 12",
                        3.0));
    }

    static List<Query> tpch() throws IOException {
        List<Query> queries = new ArrayList<>();
        String text = resource("tpch/queries.sql");
        String[] parts = text.split("-- == ");
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            String sql = parts[i].substring(end + 1).strip();
            queries.add(
                    new Query("TPC-H " + parts[i].substring(0, end).strip(), sql.substring(0, sql.length() - 1), 4));
        }
        return queries;
    }

    static String resource(String path) throws IOException {
        try (InputStream in = Query.class.getResourceAsStream("/examples/" + path)) {
            if (in == null) {
                throw new IOException("examples/" + path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
