package org.pgherd.gateway.example;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.client.WireResult;
import org.pgherd.gateway.shell.StatementScanner;

/// A database to try things on.
public enum Example {
    /// Creators, listeners, what they listened to, genres; some thousand rows.
    MUSIC,
    /// TPC-H at scale 0.01: 87,000 rows.
    TPCH,
    NONE;

    /// Makes the tables and fills them through COPY.
    ///
    /// @param sharded false for a plain PostgreSQL, which does not know the sharding clauses
    /// @throws IOException with the server's message if a statement fails
    public void load(WireClient client, boolean sharded) throws IOException {
        switch (this) {
            case NONE -> {}
            case MUSIC -> {
                run(client, "music/schema.sql", sharded);
                for (TableRows table : new MusicData().tables()) {
                    copy(client, table);
                }
                run(client, "music/functions.sql", sharded);
            }
            case TPCH -> {
                run(client, "tpch/schema.sql", sharded);
                for (TableRows table : TpchData.tables()) {
                    copy(client, table);
                }
            }
        }
    }

    /// Whether a kept data folder has it already.
    public boolean isLoaded(WireClient client) throws IOException {
        return switch (this) {
            case MUSIC -> client.one("SELECT 1 FROM genres LIMIT 1") instanceof WireResult.Rows;
            case TPCH -> client.one("SELECT 1 FROM region LIMIT 1") instanceof WireResult.Rows;
            case NONE -> true;
        };
    }

    private static void run(WireClient client, String resource, boolean sharded) throws IOException {
        for (String statement : StatementScanner.all(ExampleFiles.read(resource))) {
            check(resource, client.query(sharded ? statement : ShardingClause.strip(statement)));
        }
    }

    private static void copy(WireClient client, TableRows table) throws IOException {
        check(table.table(), client.query("COPY " + table.table() + " FROM STDIN", table.lines()));
    }

    private static void check(String what, List<WireResult> results) throws IOException {
        for (WireResult result : results) {
            if (result instanceof WireResult.Failure(var error)) {
                throw new IOException(what + ": " + error);
            }
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
