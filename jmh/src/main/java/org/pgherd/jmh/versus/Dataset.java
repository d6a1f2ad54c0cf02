package org.pgherd.jmh.versus;

import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// The tables: accounts and their events (beside their account, and with a partner somewhere else), and TPC-H.
final class Dataset {
    static final int ACCOUNTS = 200_000;
    static final int EVENTS = 1_000_000;

    /// Shard key by table; "" for copies everywhere.
    static final Map<String, String> KEYS = keys();

    private static final Pattern SHARDING = Pattern.compile("\\s*WITH \\(pgherd[^)]*\\)[^;]*(?=;)");
    private static final String MIXED = """
        CREATE TABLE accounts (id int PRIMARY KEY, region int NOT NULL, name text NOT NULL)
         WITH (pgherd.shard_by = 'hash(id)');
        CREATE TABLE events (
            id int NOT NULL, account_id int NOT NULL, partner_id int NOT NULL, amount numeric(12,2) NOT NULL,
            created timestamp NOT NULL, note text, PRIMARY KEY (account_id, id))
         WITH (pgherd.shard_by = 'hash(account_id)', pgherd.colocate_with = 'accounts');
        """;

    private Dataset() {}

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("accounts", "id");
        keys.put("events", "account_id");
        keys.put("region", "");
        keys.put("nation", "");
        keys.put("supplier", "");
        keys.put("customer", "c_custkey");
        keys.put("part", "p_partkey");
        keys.put("partsupp", "ps_partkey");
        keys.put("orders", "o_orderkey");
        keys.put("lineitem", "l_orderkey");
        return keys;
    }

    /// With sharding clauses or, for those that do not know them, without.
    static List<String> schema(boolean sharded) throws IOException {
        List<String> statements = new ArrayList<>();
        for (String statement : (MIXED + Query.resource("tpch/schema.sql")).split("(?<=;)\n")) {
            String sql = statement.replaceAll("(?m)^--.*\n", "").strip();
            if (!sql.isEmpty()) {
                statements.add(sharded ? sql : SHARDING.matcher(sql).replaceAll(""));
            }
        }
        return statements;
    }

    static void fill(Connection plain, double scale) throws SQLException {
        try (Statement statement = plain.createStatement()) {
            statement.execute("INSERT INTO accounts SELECT g, g % 100, 'account ' || g FROM generate_series(1, "
                    + ACCOUNTS + ") g");
            statement.execute("INSERT INTO events SELECT g, (g * 7919::bigint) % " + ACCOUNTS
                    + " + 1, (g * 104729::bigint) % " + ACCOUNTS + " + 1, (g * 31 % 1000003) * 0.25,"
                    + " timestamp '2024-01-01' + g * interval '1 minute', repeat('n', g % 40)"
                    + " FROM generate_series(1, " + EVENTS + ") g");
            statement.execute("INSERT INTO events SELECT g, 4711, g * 13 % " + ACCOUNTS
                    + " + 1, g, timestamp '2025-01-01', NULL FROM generate_series(1, 7) g ON CONFLICT DO NOTHING");
        }
        for (TpchTable<?> table : TpchTable.getTables()) {
            tpch(plain, table, scale);
        }
    }

    private static <E extends TpchEntity> void tpch(Connection plain, TpchTable<E> table, double scale)
            throws SQLException {
        CopyIn copy = plain.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.getTableName() + " FROM STDIN (DELIMITER '|')");
        StringBuilder lines = new StringBuilder();
        for (E row : table.createGenerator(scale, 1, 1)) {
            String line = row.toLine();
            lines.append(line, 0, line.length() - 1).append('\n');
            if (lines.length() > 60_000) {
                write(copy, lines);
            }
        }
        write(copy, lines);
        copy.endCopy();
    }

    private static void write(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }
}
