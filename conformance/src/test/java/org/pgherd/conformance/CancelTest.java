package org.pgherd.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pgherd.conformance.target.Arena;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.engine.Script;
import org.pgherd.engine.Session;
import org.pgherd.engine.SessionOptions;
import org.pgherd.engine.StatementResult;
import org.pgherd.errors.SqlException;

/// Statements of all kinds that would run for ever end when they are cancelled, or when their time is up, and the
/// session
/// goes on.
class CancelTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final String HERE = "SET pgherd.max_pushdown = pull";
    private static final String ON_DISK = HERE + "; SET pgherd.work_mem = '1MB'";

    private static final List<String[]> STATEMENTS = List.of(
            of("", "SELECT pg_sleep(1000)"),
            of("", "SELECT count(pg_sleep(1000)) FROM facts"),
            of("", "SELECT f.* FROM facts f, generate_series(1, 100000000) g"),
            of("", "SELECT count(*) FROM generate_series(1, 100000000000) g WHERE g % 7 = 8"),
            of(HERE, "SELECT count(*) FROM facts a JOIN facts b ON b.grp = a.grp JOIN facts c ON c.grp = b.grp"),
            of(HERE, "SELECT count(*) FROM facts a, facts b, facts c WHERE b.id < a.id AND c.id < b.id"),
            of(HERE, "SELECT note, g FROM facts, generate_series(1, 100000000) g ORDER BY note DESC, g"),
            of(HERE, "SELECT DISTINCT note, g FROM facts, generate_series(1, 100000000) g"),
            of(ON_DISK, "SELECT note, g FROM facts, generate_series(1, 100000000) g ORDER BY note DESC, g"),
            of(ON_DISK, "SELECT g % 3000000, count(*) FROM facts, generate_series(1, 100000000) g GROUP BY 1"),
            of(
                    ON_DISK,
                    "SELECT count(*) FROM facts a JOIN (SELECT g FROM generate_series(1, 100000000) g) b ON b.g = a.id"
                            + " JOIN (SELECT g FROM generate_series(1, 100000000) g) c ON c.g = b.g"),
            of(
                    "",
                    "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n % 1000 + 1 FROM r)"
                            + " SELECT count(*) FROM r"),
            of("", "DO $$ BEGIN LOOP END LOOP; END $$"),
            of(
                    "",
                    "DO $$ DECLARE n bigint; BEGIN WHILE true LOOP SELECT id INTO n FROM facts WHERE id = 7; END LOOP; END $$"),
            of("", "DO $$ BEGIN LOOP BEGIN PERFORM 1 / 0; EXCEPTION WHEN OTHERS THEN END; END LOOP; END $$"),
            of("", "INSERT INTO copies SELECT f.id FROM facts f, generate_series(1, 100000000)"),
            of("", "COPY (SELECT f.* FROM facts f, generate_series(1, 100000000)) TO STDOUT"));

    private static String[] of(String before, String sql) {
        return new String[] {before, sql};
    }

    @TestFactory
    List<DynamicTest> aStatementEndsAndTheSessionGoesOn() throws Exception {
        Arena arena = Arena.over(EmbeddedHerd.shared(2), Map.of());
        try (Session session = arena.engine().connect(SessionOptions.defaults())) {
            run(
                    session,
                    "CREATE TABLE facts (id bigint PRIMARY KEY, grp int, note text)"
                            + " WITH (pgherd.shard_by = 'hash(id)');"
                            + "CREATE TABLE copies (id bigint) WITH (pgherd.shard_by = 'hash(id)')");
            run(session, "INSERT INTO facts SELECT g, g % 3, 'note ' || g FROM generate_series(1, 5000) g");
        }
        List<DynamicTest> tests = new java.util.ArrayList<>();
        for (String[] statement : STATEMENTS) {
            tests.add(DynamicTest.dynamicTest(statement[1], () -> cancelled(arena, statement[0], statement[1])));
        }
        tests.add(DynamicTest.dynamicTest("close", arena::close));
        return tests;
    }

    private static void cancelled(Arena arena, String before, String sql) throws Exception {
        try (Session session = arena.engine().connect(SessionOptions.defaults())) {
            run(session, before);
            CompletableFuture<String> answer = answer(session, sql);
            Thread.sleep(300);
            assertThat(answer).isNotDone();
            session.cancel();
            assertThat(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isEqualTo("57014 canceling statement due to user request");
            assertThat(run(session, "SELECT id FROM facts")).isEqualTo(5000);
            assertThat(run(session, "SELECT id FROM copies")).isZero();
        }
    }

    @Test
    void aStatementHasItsTime() throws Exception {
        try (Arena arena = Arena.over(EmbeddedHerd.shared(2), Map.of());
                Session session = arena.engine().connect(SessionOptions.defaults())) {
            for (String sql : List.of(
                    "SELECT count(*) FROM generate_series(1, 100000000000) g WHERE g % 7 = 8",
                    "DO $$ BEGIN LOOP END LOOP; END $$", "SELECT pg_sleep(1000)")) {
                run(session, "SET statement_timeout = '200ms'");
                assertThat(answer(session, sql).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .isEqualTo("57014 canceling statement due to statement timeout");
                run(session, "SET statement_timeout = 0");
                assertThat(run(session, "SELECT pg_sleep(0.3)")).isEqualTo(1);
            }
        }
    }

    private static CompletableFuture<String> answer(Session session, String sql) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                answer.complete(run(session, sql) + " rows");
            } catch (SqlException e) {
                answer.complete(e.state().code() + " " + e.getMessage());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /// @return rows
    private static long run(Session session, String sql) {
        long rows = 0;
        try (Script script = session.script(sql)) {
            for (StatementResult result = script.next(); result != null; result = script.next()) {
                if (result instanceof StatementResult.Rows found) {
                    for (var batch = found.next(); batch != null; batch = found.next()) {
                        rows += batch.rowCount();
                    }
                } else if (result instanceof StatementResult.CopyOut out) {
                    while (out.next() != null) {
                        rows++;
                    }
                }
            }
        }
        return rows;
    }
}
