package org.pgherd.jmh.versus;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.HerdOptions;
import org.pgherd.engine.HerdConfig;
import org.pgherd.engine.PgHerd;
import org.pgherd.engine.Script;
import org.pgherd.engine.Session;
import org.pgherd.engine.SessionOptions;
import org.pgherd.engine.ShardConfig;
import org.pgherd.engine.StatementResult;

/// Joins, groups and sorts ten million rows in the heap that this process has: to be run with a small one. Prints
/// time, rows and the most heap that was in use after collections. Arguments: the number of rows, 10000000 if none.
public final class Memory {
    private static final int SHARDS = 2;

    private Memory() {}

    private record Task(String name, String sql) {}

    public static void main(String[] arguments) {
        long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        try (EmbeddedHerd servers = EmbeddedHerd.start(
                        HerdOptions.defaults().withShards(SHARDS).withSetting("max_wal_size", "4GB"));
                PgHerd herd = PgHerd.open(HerdConfig.of(servers.shards().stream()
                        .map(shard -> new ShardConfig(shard.host(), shard.port(), shard.database(), shard.user(), ""))
                        .toList()));
                Session session = herd.connect(SessionOptions.defaults())) {
            System.out.printf(
                    Locale.ROOT, "heap at most %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
            load(session, rows);
            for (Task task : tasks(rows)) {
                run(session, task);
            }
        }
    }

    private static void load(Session session, long rows) {
        run(
                session,
                new Task(
                        "tables",
                        "CREATE UNLOGGED TABLE facts (id bigint, partner bigint, amount bigint, note text)"
                                + " WITH (pgherd.shard_by = 'hash(id)');"
                                + "CREATE UNLOGGED TABLE partners (id bigint, key bigint, grp int)"
                                + " WITH (pgherd.shard_by = 'hash(id)')"));
        // the shards' own generate_series makes the rows, a part in each
        run(
                session,
                new Task(
                        "load facts",
                        "INSERT INTO facts SELECT g, g * 7919::bigint % " + rows + " + 1, g % 1000, 'note ' || g"
                                + " FROM generate_series(1, " + rows + ") g"));
        run(
                session,
                new Task(
                        "load partners",
                        "INSERT INTO partners SELECT g, g * 104729::bigint % " + rows + " + 1, g % 100000"
                                + " FROM generate_series(1, " + rows / 5 + ") g"));
        run(session, new Task("analyze", "ANALYZE"));
    }

    private static List<Task> tasks(long rows) {
        return List.of(
                new Task(
                        "join of all rows, 100,000 groups",
                        "SELECT p.grp, count(*), sum(f.amount) FROM facts f JOIN partners p ON p.key = f.partner"
                                + " GROUP BY p.grp"),
                new Task(
                        "join of all rows by itself, " + rows + " groups",
                        "SELECT a.partner, count(*), max(b.note) FROM facts a JOIN facts b ON b.partner = a.id"
                                + " GROUP BY a.partner"),
                new Task(
                        "sort of all rows",
                        "SELECT id, partner, note FROM (SELECT * FROM facts OFFSET 0) f ORDER BY partner DESC, note"),
                new Task("distinct", "SELECT DISTINCT partner % 5000000, note FROM facts"));
    }

    private static void run(Session session, Task task) {
        AtomicLong most = new AtomicLong();
        Thread watch = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Runtime runtime = Runtime.getRuntime();
                most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        long from = System.nanoTime();
        long rows = 0;
        double first = Double.NaN;
        try (Script script = session.script(task.sql())) {
            for (StatementResult result = script.next(); result != null; result = script.next()) {
                if (result instanceof StatementResult.Rows found) {
                    for (var batch = found.next(); batch != null; batch = found.next()) {
                        if (rows == 0) {
                            first = (System.nanoTime() - from) / 1e9;
                        }
                        rows += batch.rowCount();
                    }
                }
            }
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        watch.interrupt();
        System.out.printf(
                Locale.ROOT,
                "%-45s %8.1f s, first row %6.1f s, %10d rows, heap in use up to %4d MB%n",
                task.name(),
                seconds,
                first,
                rows,
                most.get() >> 20);
    }
}
