package org.pgherd.executor.transaction;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.NoticeListener;
import org.pgherd.executor.shard.ShardAddress;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.shard.TransactionStatus;

/// The shards of a herd and connections to them that no session uses at the moment. Shared by all sessions.
public final class ShardPool implements AutoCloseable {
    /// Idle connections kept for each shard and user.
    private static final int KEPT = 8;
    /// Nanoseconds after which an idle connection is asked whether it still lives.
    private static final long FRESH = 1_000_000_000L;

    private final Map<Integer, ShardAddress> shards = new ConcurrentHashMap<>();
    private final Map<Key, ArrayDeque<Idle>> idle = new ConcurrentHashMap<>();
    private final Map<String, String> startup;
    private volatile boolean closed;

    private record Key(int shard, String user, String database) {}

    private record Idle(ShardConnection connection, long since) {}

    /// @param startup run-time parameters that every connection starts with
    public ShardPool(Iterable<ShardAddress> shards, Map<String, String> startup) {
        this.startup = Map.copyOf(startup);
        for (ShardAddress shard : shards) {
            this.shards.put(shard.number(), shard);
        }
    }

    public ShardAddress address(int shard) {
        ShardAddress address = shards.get(shard);
        if (address == null) {
            throw new SqlException(SqlState.of("08001"), "shard " + shard + " is not configured");
        }
        return address;
    }

    /// Adds a shard or changes where it is; connections that are in use stay.
    public void put(ShardAddress shard) {
        shards.put(shard.number(), shard);
        idle.keySet().removeIf(key -> {
            if (key.shard == shard.number()) {
                closeAll(idle.get(key));
                return true;
            }
            return false;
        });
    }

    /// A connection in the state of a new one.
    ShardConnection borrow(ShardAddress shard, NoticeListener listener) {
        ArrayDeque<Idle> waiting = idle.get(key(shard));
        while (waiting != null) {
            @Nullable Idle candidate;
            synchronized (waiting) {
                candidate = waiting.pollLast();
            }
            if (candidate == null) {
                break;
            }
            ShardConnection connection = candidate.connection;
            if (connection.isUsable() && (System.nanoTime() - candidate.since < FRESH || connection.ping())) {
                connection.listener(listener);
                return connection;
            }
            connection.close();
        }
        return ShardConnection.open(shard, startup, listener);
    }

    /// Takes a connection back; one that cannot be cleaned is closed.
    void giveBack(ShardConnection connection) {
        connection.listener(NoticeListener.NONE);
        if (closed || connection.isBusy() || !connection.isUsable()) {
            connection.close();
            return;
        }
        try {
            if (connection.transactionStatus() != TransactionStatus.IDLE) {
                connection.command("ROLLBACK");
            }
            connection.discardAll();
        } catch (SqlException e) {
            connection.close();
            return;
        }
        ArrayDeque<Idle> waiting = idle.computeIfAbsent(key(connection.address()), key -> new ArrayDeque<>());
        synchronized (waiting) {
            if (!closed && waiting.size() < KEPT) {
                waiting.addLast(new Idle(connection, System.nanoTime()));
                return;
            }
        }
        connection.close();
    }

    private static Key key(ShardAddress shard) {
        return new Key(shard.number(), shard.user(), shard.database());
    }

    private static void closeAll(@Nullable ArrayDeque<Idle> waiting) {
        if (waiting != null) {
            synchronized (waiting) {
                waiting.forEach(one -> one.connection.close());
                waiting.clear();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        idle.values().forEach(ShardPool::closeAll);
        idle.clear();
    }
}
