package org.pgherd.conformance.target;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.engine.HerdConfig;
import org.pgherd.engine.PgHerd;
import org.pgherd.engine.ShardConfig;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.memory.HerdDataSource;

/// A herd and a plain PostgreSQL to compare it with, both empty, over servers that outlive it.
public final class Arena implements AutoCloseable {
    private final EmbeddedHerd servers;
    private final PgHerd herd;
    private final HerdDataSource source;

    private Arena(EmbeddedHerd servers, PgHerd herd) {
        this.servers = servers;
        this.herd = herd;
        this.source = HerdDataSource.of(herd::connect);
    }

    /// Empties the databases of all servers and opens a herd over them.
    ///
    /// @param settings defaults of session settings, such as `pgherd.max_pushdown`
    public static Arena over(EmbeddedHerd servers, Map<String, String> settings) throws SQLException {
        servers.oracle();
        servers.reset();
        List<ShardConfig> shards = servers.shards().stream()
                .map(shard -> new ShardConfig(shard.host(), shard.port(), shard.database(), shard.user(), ""))
                .toList();
        return new Arena(servers, PgHerd.open(new HerdConfig(shards, settings)));
    }

    public PgHerd engine() {
        return herd;
    }

    public HerdDataSource dataSource() {
        return source;
    }

    /// A new connection to the herd.
    public Target herd() throws IOException {
        return new Target(WireClient.connect(source::openSocket, "postgres", servers.database()));
    }

    /// A new connection to plain PostgreSQL.
    public Target oracle() throws IOException {
        return new Target(
                WireClient.connect(servers.oracle().host(), servers.oracle().port(), "postgres", servers.database()));
    }

    @Override
    public void close() {
        source.close();
        herd.close();
    }
}
