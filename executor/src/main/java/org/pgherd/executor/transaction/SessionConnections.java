package org.pgherd.executor.transaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.shard.NoticeListener;
import org.pgherd.executor.shard.ShardAddress;
import org.pgherd.executor.shard.ShardConnection;

/// A session's connections, one per shard, opened when first needed and then kept: temporary tables, advisory
/// locks and settings live in them. The session's settings follow lazily, with the next statement that goes to
/// the shard.
public final class SessionConnections implements AutoCloseable {
    private final ShardPool pool;
    private final NoticeListener listener;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Map<Integer, Held> held = new ConcurrentSkipListMap<>();
    private volatile ShardSettings settings = ShardSettings.NONE;

    static final class Held {
        final ShardConnection connection;
        /// What the shard's session has, as of the commands sent so far.
        ShardSettings applied = ShardSettings.NONE;

        Held(ShardConnection connection) {
            this.connection = connection;
        }
    }

    /// Connections as the users that the pool's addresses name.
    public SessionConnections(ShardPool pool, NoticeListener listener) {
        this(pool, listener, null, null);
    }

    /// @param user whom to enter the shards as; null: as their addresses say
    public SessionConnections(
            ShardPool pool, NoticeListener listener, @Nullable String user, @Nullable String password) {
        this.pool = pool;
        this.listener = listener;
        this.user = user;
        this.password = password;
    }

    /// Further connections with the same settings, which take no part in the session's transaction.
    SessionConnections separate() {
        SessionConnections others = new SessionConnections(pool, NoticeListener.NONE, user, password);
        others.settings = settings;
        return others;
    }

    /// The connection to a shard with the session's settings; opened if there is none or it was lost.
    public ShardConnection get(int shard) {
        Held one = held(shard);
        apply(one, settings);
        return one.connection;
    }

    /// As [#get], where the shard is to take the statement as another role than the session's.
    ShardConnection get(int shard, String role) {
        Held one = held(shard);
        apply(one, settings.as(role));
        return one.connection;
    }

    Held held(int shard) {
        Held one = held.get(shard);
        if (one != null && one.connection.isUsable()) {
            return one;
        }
        if (one != null) {
            one.connection.close();
        }
        Held fresh = new Held(pool.borrow(address(shard), listener));
        held.put(shard, fresh);
        return fresh;
    }

    void apply(Held one, ShardSettings wanted) {
        if (one.applied == wanted) {
            return;
        }
        String commands = one.applied.commandsTo(wanted);
        if (commands != null) {
            one.connection.queue(commands);
        }
        one.applied = wanted;
    }

    /// Opens what is not open yet, all at once.
    public void open(Collection<Integer> shards) {
        List<Integer> missing = new ArrayList<>();
        for (int shard : shards) {
            Held one = held.get(shard);
            if (one == null || !one.connection.isUsable()) {
                missing.add(shard);
            }
        }
        if (missing.size() < 2) {
            return;
        }
        Map<Integer, SqlException> failures = new ConcurrentHashMap<>();
        List<Thread> openers = new ArrayList<>(missing.size());
        for (int shard : missing) {
            openers.add(Thread.ofVirtual().start(() -> {
                try {
                    Held ignored = held(shard);
                } catch (SqlException e) {
                    failures.put(shard, e);
                }
            }));
        }
        try {
            for (Thread opener : openers) {
                opener.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (int shard : missing) {
            SqlException failure = failures.get(shard);
            if (failure != null) {
                throw failure;
            }
        }
    }

    /// Whether the session holds a live connection to the shard.
    public boolean isOpen(int shard) {
        Held one = held.get(shard);
        return one != null && one.connection.isUsable();
    }

    /// The lowest shard with a live connection.
    int anyOpen(int otherwise) {
        for (Map.Entry<Integer, Held> one : held.entrySet()) {
            if (one.getValue().connection.isUsable()) {
                return one.getKey();
            }
        }
        return otherwise;
    }

    private ShardAddress address(int shard) {
        ShardAddress address = pool.address(shard);
        return user == null ? address : address.as(user, password);
    }

    /// A run-time parameter that the shards must see too, in its text form; null resets it.
    public void set(String name, @Nullable String value) {
        settings = settings.with(name, value);
    }

    /// What is done by `action` the shards do without applying rules: they have been applied here already.
    public void withoutRules(Runnable action) {
        ShardSettings before = settings;
        settings = before.with("session_replication_role", "replica");
        try {
            action.run();
        } finally {
            settings = before;
        }
    }

    /// RESET ALL.
    public void resetAll() {
        settings = ShardSettings.NONE;
    }

    ShardSettings settings() {
        return settings;
    }

    void restore(ShardSettings earlier) {
        settings = earlier;
    }

    /// DISCARD ALL on every shard in use.
    public void discardAll() {
        settings = ShardSettings.NONE;
        for (Held one : held.values()) {
            if (one.connection.isUsable()) {
                one.connection.discardAll();
                one.applied = ShardSettings.NONE;
            }
        }
    }

    /// Drops prepared statements, whose plans or columns DDL may have changed.
    public void dropPrepared() {
        for (Held one : held.values()) {
            one.connection.dropPrepared();
        }
    }

    /// Interrupts whatever runs for this session, from any thread.
    public void cancel() {
        for (Held one : held.values()) {
            if (one.connection.isUsable() && one.connection.isBusy()) {
                one.connection.cancelSoon();
            }
        }
    }

    /// Connections go back to the pool.
    @Override
    public void close() {
        List<Thread> closers = new ArrayList<>();
        for (Held one : held.values()) {
            closers.add(Thread.ofVirtual().start(() -> pool.giveBack(one.connection)));
        }
        held.clear();
        try {
            for (Thread closer : closers) {
                closer.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
