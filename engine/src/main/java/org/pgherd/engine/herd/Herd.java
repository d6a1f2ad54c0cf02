package org.pgherd.engine.herd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.HerdConfig;
import org.pgherd.engine.ShardConfig;
import org.pgherd.engine.sharding.MetadataSchema;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.NoticeListener;
import org.pgherd.executor.shard.ShardAddress;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.transaction.InDoubtRecovery;
import org.pgherd.executor.transaction.SessionConnections;
import org.pgherd.executor.transaction.ShardPool;

/// What the sessions share. Thread-safe.
public final class Herd implements AutoCloseable {
    /// Prepared transactions of a coordinator that is gone are finished when they are this old.
    private static final int IN_DOUBT_GRACE_SECONDS = 30;

    /// How old the knowledge of definitions made elsewhere may be when a transaction begins.
    private static final long LOOK_INTERVAL_NANOS = 1_000_000_000L;

    private final HerdConfig config;
    private final ShardPool pool;
    private final PlanCache plans = new PlanCache();
    private final Statistics statistics;
    private final AtomicReference<@Nullable CatalogSnapshot> snapshot = new AtomicReference<>();
    private final AtomicReference<@Nullable CatalogSnapshot> lastSnapshot = new AtomicReference<>();
    private final AtomicLong definitions = new AtomicLong();
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private final Map<Object, AutoCloseable> sessions = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private Herd(HerdConfig config, ShardPool pool) {
        this.config = config;
        this.pool = pool;
        this.statistics = new Statistics(pool, config.shards().size());
    }

    /// Reaches every shard, sets up schema `pgherd` where it is missing, and finishes what a dead coordinator left.
    public static Herd open(HerdConfig config) {
        List<ShardAddress> addresses = new ArrayList<>();
        for (int i = 0; i < config.shards().size(); i++) {
            ShardConfig shard = config.shards().get(i);
            addresses.add(new ShardAddress(
                    i,
                    shard.host(),
                    shard.port(),
                    shard.database(),
                    shard.user(),
                    shard.password().isEmpty() ? null : shard.password()));
        }
        ShardPool pool = new ShardPool(addresses, Map.of("application_name", "pgherd"));
        Herd herd = new Herd(config, pool);
        try {
            herd.setUp();
            return herd;
        } catch (SqlException | Error e) {
            herd.close();
            throw e;
        }
    }

    private void setUp() {
        try (SessionConnections connections = new SessionConnections(pool, NoticeListener.NONE)) {
            List<Integer> all = new ArrayList<>();
            for (int shard = 0; shard < shardCount(); shard++) {
                all.add(shard);
            }
            connections.open(all);
            for (int shard : all) {
                ShardConnection connection = connections.get(shard);
                String known = TextRows.single(connection, "SELECT to_regclass('pgherd.distribution')::text");
                if (known == null) {
                    connection.command(MetadataSchema.setUp(shard, shardCount()));
                }
                requireIdentity(connection, shard);
            }
            new InDoubtRecovery(connections, all).run(IN_DOUBT_GRACE_SECONDS);
        }
    }

    /// A server that belongs to another place in a herd, or to a herd of another size, would give wrong answers.
    private void requireIdentity(ShardConnection connection, int shard) {
        List<@Nullable String[]> rows = TextRows.of(connection, MetadataSchema.IDENTITY);
        boolean good = rows.size() == 1
                && String.valueOf(shard).equals(rows.getFirst()[0])
                && String.valueOf(shardCount()).equals(rows.getFirst()[1]);
        if (!good) {
            String found = rows.isEmpty() ? "nothing" : "shard " + rows.getFirst()[0] + " of " + rows.getFirst()[1];
            throw new SqlException(
                            SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                            "server " + connection.address() + " is not shard " + shard + " of " + shardCount())
                    .withDetail("Its table pgherd.herd says: " + found + ".");
        }
    }

    public int shardCount() {
        return config.shards().size();
    }

    public HerdConfig config() {
        return config;
    }

    public ShardPool pool() {
        return pool;
    }

    public Statistics statistics() {
        return statistics;
    }

    public PlanCache plans() {
        return plans;
    }

    /// The committed definitions, or null if they must be read (again).
    public @Nullable CatalogSnapshot snapshot() {
        return snapshot.get();
    }

    /// Grows with each [#invalidate]. Read it before loading.
    public long definitionsVersion() {
        return definitions.get();
    }

    /// Publishes a snapshot of committed definitions, unless they changed while it was read.
    public void publish(CatalogSnapshot loaded, long readAt) {
        if (definitions.get() == readAt) {
            snapshot.set(loaded);
        }
        lastSnapshot.set(loaded);
    }

    /// One that was valid once; null before the first.
    public @Nullable CatalogSnapshot lastSnapshot() {
        return lastSnapshot.get();
    }

    /// Whether it is time to look for definitions that were not made here; then it is not for a while.
    public boolean foreignDefinitionsDue() {
        long due = nextLook.get();
        long now = System.nanoTime();
        return now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_INTERVAL_NANOS);
    }

    /// Definitions were committed.
    public void invalidate() {
        definitions.incrementAndGet();
        snapshot.set(null);
        statistics.invalidate();
    }

    public void register(Object key, AutoCloseable session) {
        if (closed) {
            throw new SqlException(SqlState.ADMIN_SHUTDOWN, "terminating connection due to administrator command");
        }
        sessions.put(key, session);
    }

    public void unregister(Object key) {
        sessions.remove(key);
    }

    @Override
    public void close() {
        closed = true;
        for (AutoCloseable session : sessions.values()) {
            try {
                session.close();
            } catch (Exception e) {
                // the session is gone either way
            }
        }
        sessions.clear();
        pool.close();
    }
}
