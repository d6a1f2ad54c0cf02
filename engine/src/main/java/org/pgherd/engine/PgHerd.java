package org.pgherd.engine;

import org.pgherd.engine.herd.Herd;
import org.pgherd.engine.session.HerdSession;

/// A herd of PostgreSQL servers that answer as one.
///
/// ```java
/// try (PgHerd herd = PgHerd.open(HerdConfig.of(shards));
///         Session session = herd.connect(SessionOptions.defaults());
///         StatementResult result = session.execute("SELECT name FROM customers WHERE id = $1", 7)) {
///     ...
/// }
/// ```
///
/// Thread-safe. Nothing is kept outside of the shards: any number of instances may work on the same ones.
public final class PgHerd implements AutoCloseable {
    private final Herd herd;

    private PgHerd(Herd herd) {
        this.herd = herd;
    }

    /// Connects to every shard, and prepares those that are new to the herd.
    ///
    /// @throws org.pgherd.errors.SqlException 08001 if a shard cannot be reached, 55000 if it belongs elsewhere
    public static PgHerd open(HerdConfig config) {
        return new PgHerd(Herd.open(config));
    }

    /// A new session. Shards are entered as they are needed.
    public Session connect(SessionOptions options) {
        return HerdSession.open(herd, options);
    }

    public HerdConfig config() {
        return herd.config();
    }

    /// Ends all sessions and closes all connections.
    @Override
    public void close() {
        herd.close();
    }
}
