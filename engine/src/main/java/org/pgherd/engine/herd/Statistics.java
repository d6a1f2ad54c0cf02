package org.pgherd.engine.herd;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.shard.NoticeListener;
import org.pgherd.executor.transaction.SessionConnections;
import org.pgherd.executor.transaction.ShardPool;
import org.pgherd.shardplanner.facts.StatisticsSource;

/// The shards' statistics, read when a plan first wants them and again when they are old. Read over connections of
/// their own, so that no statement's transaction is touched, and from views that take no locks on the tables.
public final class Statistics {
    private static final long OLD = 60_000_000_000L;
    /// After a definition or an ANALYZE they are read again, but not for each of many.
    private static final long MAYBE_OLD = 3_000_000_000L;

    private final ShardPool pool;
    private final int shards;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile @Nullable StatisticsSnapshot snapshot;
    private volatile boolean changed;
    private volatile long generation;

    Statistics(ShardPool pool, int shards) {
        this.pool = pool;
        this.shards = shards;
    }

    /// Definitions were changed, or tables analyzed.
    void invalidate() {
        changed = true;
    }

    /// Grows when tables have become of another size, so that plans made before should not be used any longer.
    public long generation() {
        StatisticsSnapshot known = snapshot;
        if (known != null && System.nanoTime() - known.readAt() > OLD && reading.compareAndSet(false, true)) {
            Thread.ofVirtual().start(() -> {
                try {
                    read();
                } finally {
                    reading.set(false);
                }
            });
        }
        return generation;
    }

    /// As one catalog names the tables. Nothing is read before it is asked for something.
    public StatisticsSource over(CatalogView view, ShardingCatalog sharding) {
        return new HerdStatistics(this::current, view.catalog(), sharding);
    }

    private StatisticsSnapshot current() {
        StatisticsSnapshot known = snapshot;
        if (known != null) {
            long age = System.nanoTime() - known.readAt();
            if (age < (changed ? MAYBE_OLD : OLD)) {
                return known;
            }
        }
        return read();
    }

    /// What cannot be read is not known: plans are then made by rules of thumb.
    private synchronized StatisticsSnapshot read() {
        StatisticsSnapshot before = snapshot;
        if (before != null && !changed && System.nanoTime() - before.readAt() < MAYBE_OLD) {
            return before;
        }
        changed = false;
        StatisticsSnapshot.Reader reader = new StatisticsSnapshot.Reader(System.nanoTime());
        try (SessionConnections connections = new SessionConnections(pool, NoticeListener.NONE)) {
            List<Integer> all = new ArrayList<>();
            for (int shard = 0; shard < shards; shard++) {
                all.add(shard);
            }
            connections.open(all);
            for (int shard : all) {
                reader.shard(connections.get(shard));
            }
        } catch (SqlException e) {
            StatisticsSnapshot none = before != null ? before.asOf(System.nanoTime()) : reader.done();
            snapshot = none;
            return none;
        }
        StatisticsSnapshot after = reader.done();
        if (before != null && after.differsMuch(before)) {
            generation++;
        }
        snapshot = after;
        return after;
    }
}
