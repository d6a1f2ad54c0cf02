package org.pgherd.jmh.versus;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.EmbeddedPostgres;
import org.pgherd.embedded.Shard;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/// postgres_fdw as one would use it: tables partitioned by hash whose partitions are foreign tables on the same
/// servers as the herd's shards (in a database of their own, as PostgreSQL deals rows out by other remainders), small
/// tables beside them, everything on that postgres_fdw and the planner have for it.
final class ForeignTables {
    private static final String DATABASE = "foreign_tables";

    private ForeignTables() {}

    static Connection open(EmbeddedHerd servers, Connection plain) throws SQLException, IOException {
        EmbeddedPostgres head = servers.oracle();
        execute(plain, "CREATE DATABASE " + DATABASE);
        Connection front = head.connect(DATABASE);
        execute(front, "CREATE EXTENSION postgres_fdw");
        for (Shard shard : servers.shards()) {
            try (Connection there = shard.server().connect("postgres")) {
                execute(there, "CREATE DATABASE " + DATABASE);
            }
            execute(
                    front,
                    "CREATE SERVER s" + shard.number() + " FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '"
                            + shard.host() + "', port '" + shard.port() + "', dbname '" + DATABASE
                            + "', fetch_size '10000', async_capable 'true')");
            execute(
                    front,
                    "CREATE USER MAPPING FOR CURRENT_USER SERVER s" + shard.number() + " OPTIONS (user '" + shard.user()
                            + "', password_required 'false')");
        }
        for (String sql : Dataset.schema(false)) {
            execute(plain, "SELECT 1");
            String table = sql.split("\\s+")[2];
            String key = String.valueOf(Dataset.KEYS.get(table));
            if (key.isEmpty()) {
                execute(front, sql);
                copy(plain, "SELECT * FROM " + table, front, table);
            } else {
                distribute(servers, plain, front, sql, table, key);
            }
        }
        for (Map.Entry<String, String> table : Dataset.KEYS.entrySet()) {
            execute(front, "ANALYZE " + table.getKey());
        }
        execute(front, "SET enable_partitionwise_join = on; SET enable_partitionwise_aggregate = on");
        return front;
    }

    private static void distribute(
            EmbeddedHerd servers, Connection plain, Connection front, String sql, String table, String key)
            throws SQLException {
        int shards = servers.shards().size();
        execute(plain, "CREATE TABLE routes (k int) PARTITION BY HASH (k)");
        String definition = sql.substring(0, sql.lastIndexOf(';'));
        String bare =
                definition.replaceAll("PRIMARY KEY \\([^)]*\\)", "CHECK (true)").replace("PRIMARY KEY", "NOT NULL");
        execute(front, bare + " PARTITION BY HASH (" + key + ")");
        for (Shard shard : servers.shards()) {
            String part = table + "_" + shard.number();
            try (Connection there = shard.server().connect(DATABASE)) {
                execute(there, sql.replaceFirst("CREATE TABLE \\w+", "CREATE TABLE " + part));
                copy(
                        plain,
                        "SELECT * FROM " + table + " WHERE satisfies_hash_partition('routes'::regclass, " + shards
                                + ", " + shard.number() + ", " + key + ")",
                        there,
                        part);
                execute(there, "VACUUM ANALYZE " + part);
            }
            execute(
                    front,
                    "CREATE FOREIGN TABLE " + part + " PARTITION OF " + table + " FOR VALUES WITH (MODULUS " + shards
                            + ", REMAINDER " + shard.number() + ") SERVER s" + shard.number());
        }
        execute(plain, "DROP TABLE routes");
    }

    private static void copy(Connection from, String query, Connection to, String table) throws SQLException {
        CopyOut out = from.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + query + ") TO STDOUT");
        CopyIn in = to.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
        for (byte[] line = out.readFromCopy(); line != null; line = out.readFromCopy()) {
            in.writeToCopy(line, 0, line.length);
        }
        in.endCopy();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
