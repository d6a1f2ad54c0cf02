package org.pgherd.jmh.versus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.HerdOptions;
import org.pgherd.engine.HerdConfig;
import org.pgherd.engine.PgHerd;
import org.pgherd.engine.Script;
import org.pgherd.engine.Session;
import org.pgherd.engine.SessionOptions;
import org.pgherd.engine.ShardConfig;
import org.pgherd.engine.StatementResult;
import org.pgherd.errors.SqlException;

/// Prints how long statements of all kinds go on after they were cancelled from another thread, at points chosen at
/// random. Arguments: a part of the names.
public final class Cancel {
    private static final int SHARDS = 2;
    private static final int ROWS = 400_000;
    private static final int RUNS = 7;
    private static final int LONGEST_WAIT_MILLIS = 900;

    private Cancel() {}

    /// @param before run first, once for each run
    private record Task(String name, String before, String sql) {}

    private static final List<Task> TASKS = List.of(
            task("wait on a shard", "SELECT pg_sleep(60) FROM facts WHERE id < 5"),
            task("sleep", "SELECT pg_sleep(60)"),
            task(
                    "aggregate on the shards",
                    "SELECT count(*) FROM facts a, facts b WHERE a.note < b.note AND a.id = b.id"
                            + " OR a.partner > b.id"),
            task("scan", "SELECT f.* FROM facts f, generate_series(1, 1000) g"),
            pulled("hash join", "SELECT count(*) FROM facts a JOIN facts b ON b.grp = a.grp"),
            pulled("nested loop", "SELECT count(*) FROM facts a JOIN facts b ON b.partner < a.id"),
            pulled(
                    "aggregate",
                    "SELECT partner % 300000, string_agg(note, ',') FROM facts, generate_series(1, 50)"
                            + " GROUP BY 1"),
            pulled("sort", "SELECT note FROM facts, generate_series(1, 20) g ORDER BY note DESC, g"),
            pulled(
                    "sort on disk",
                    "SET pgherd.work_mem = '1MB'",
                    "SELECT note FROM facts, generate_series(1, 20) g" + " ORDER BY note DESC, g"),
            pulled(
                    "join on disk",
                    "SET pgherd.work_mem = '1MB'",
                    "SELECT count(*) FROM facts a JOIN facts b ON" + " b.partner = a.id JOIN facts c ON c.grp = b.grp"),
            pulled(
                    "window",
                    "SELECT max(s) FROM (SELECT sum(amount) OVER (PARTITION BY grp ORDER BY id ROWS BETWEEN"
                            + " 100000 PRECEDING AND 100000 FOLLOWING EXCLUDE CURRENT ROW) AS s FROM facts OFFSET 0) w"),
            pulled("distinct", "SELECT DISTINCT note, g FROM facts, generate_series(1, 30) g"),
            task(
                    "recursion",
                    "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 1000000000)"
                            + " SELECT count(*) FROM r"),
            task("series", "SELECT count(*) FROM generate_series(1, 100000000000) g WHERE g % 7 = 8"),
            task("loop of PL/pgSQL", "DO $$ DECLARE n bigint := 0; BEGIN LOOP n := n + 1; END LOOP; END $$"),
            task(
                    "queries of PL/pgSQL",
                    "DO $$ DECLARE n bigint; BEGIN LOOP SELECT amount INTO n FROM facts WHERE"
                            + " id = 7; END LOOP; END $$"),
            task("INSERT", "INSERT INTO copies SELECT f.id FROM facts f, generate_series(1, 1000)"),
            task("UPDATE", "UPDATE facts SET amount = amount + length(repeat(note, 20000))"),
            task("COPY of a query", "COPY (SELECT f.* FROM facts f, generate_series(1, 1000)) TO STDOUT"));

    private static Task task(String name, String sql) {
        return new Task(name, "SET pgherd.max_pushdown = route", sql);
    }

    private static Task pulled(String name, String sql) {
        return new Task(name, "SET pgherd.max_pushdown = pull", sql);
    }

    private static Task pulled(String name, String before, String sql) {
        return new Task(name, "SET pgherd.max_pushdown = pull; " + before, sql);
    }

    public static void main(String[] arguments) throws InterruptedException {
        String pattern = arguments.length > 0 ? arguments[0] : "";
        try (EmbeddedHerd servers = EmbeddedHerd.start(HerdOptions.defaults().withShards(SHARDS));
                PgHerd herd = PgHerd.open(HerdConfig.of(servers.shards().stream()
                        .map(shard -> new ShardConfig(shard.host(), shard.port(), shard.database(), shard.user(), ""))
                        .toList()))) {
            try (Session session = herd.connect(SessionOptions.defaults())) {
                run(
                        session,
                        "CREATE UNLOGGED TABLE facts (id bigint PRIMARY KEY, partner bigint, grp int, amount bigint,"
                                + " note text) WITH (pgherd.shard_by = 'hash(id)');"
                                + "CREATE UNLOGGED TABLE copies (id bigint) WITH (pgherd.shard_by = 'hash(id)')");
                run(
                        session,
                        "INSERT INTO facts SELECT g, g * 7919::bigint % " + ROWS + ", g % 100, g, 'note ' || g"
                                + " FROM generate_series(1, " + ROWS + ") g");
            }
            System.out.printf("%-30s%12s%12s%n", "milliseconds until it ends", "median", "most");
            for (Task task : TASKS) {
                if (task.name().contains(pattern)) {
                    measure(herd, task);
                }
            }
        }
    }

    private static void measure(PgHerd herd, Task task) throws InterruptedException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        double[] millis = new double[RUNS];
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            try (Session session = herd.connect(SessionOptions.defaults())) {
                run(session, task.before());
                millis[i] = cancelled(session, task.sql(), 50 + random.nextInt(LONGEST_WAIT_MILLIS), wrong);
                // the session goes on
                run(session, "ROLLBACK; SELECT 1");
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-30s%12.1f%12.1f%s%n",
                task.name(),
                millis[RUNS / 2],
                millis[RUNS - 1],
                wrong.isEmpty() ? "" : "  " + wrong.getFirst());
    }

    private static double cancelled(Session session, String sql, int after, List<String> wrong)
            throws InterruptedException {
        AtomicLong end = new AtomicLong();
        AtomicReference<String> answer = new AtomicReference<>("it ended by itself");
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().start(() -> {
            begun.countDown();
            try {
                run(session, sql);
            } catch (SqlException e) {
                answer.set(e.state().code() + " " + e.getMessage());
            }
            end.set(System.nanoTime());
        });
        begun.await();
        Thread.sleep(after);
        long from = System.nanoTime();
        session.cancel();
        thread.join();
        if (!answer.get().startsWith("57014")) {
            wrong.add(answer.get());
        }
        return (end.get() - from) / 1e6;
    }

    private static void run(Session session, String sql) {
        try (Script script = session.script(sql)) {
            for (StatementResult result = script.next(); result != null; result = script.next()) {
                if (result instanceof StatementResult.Rows rows) {
                    while (rows.next() != null) {
                        // only the end matters
                    }
                } else if (result instanceof StatementResult.CopyOut out) {
                    while (out.next() != null) {
                        // likewise
                    }
                }
            }
        }
    }
}
