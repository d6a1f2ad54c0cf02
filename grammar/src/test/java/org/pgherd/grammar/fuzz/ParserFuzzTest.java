package org.pgherd.grammar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.deparse.Deparser;
import org.pgherd.grammar.fingerprint.Fingerprint;
import org.pgherd.grammar.plpgsql.PlpgsqlParser;
import org.pgherd.grammar.split.ScriptSplitter;

/// Any text is parsed or refused with a SqlException, soon, and what is parsed comes back from its deparsed text.
/// A long search: -Dpgherd.fuzz.seconds=600 -Dpgherd.fuzz.seed=N.
class ParserFuzzTest {
    private static final long SECONDS = Long.getLong("pgherd.fuzz.seconds", 5);
    private static final long SEED = Long.getLong("pgherd.fuzz.seed", 18);

    /// CPU time far above what any of these short texts takes, with the classes that the first one loads.
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int AT_LEAST = 200;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final List<String> BODIES = List.of(
            "DECLARE a int := 1; b t%ROWTYPE; c CURSOR (x int) FOR SELECT x; BEGIN a := a + 1; IF a > 1 THEN RAISE NOTICE"
                    + " '%', a; ELSIF b.x THEN RETURN NEXT b; ELSE NULL; END IF; EXCEPTION WHEN others THEN RAISE; END",
            "<<l>> BEGIN FOR i IN REVERSE 1..10 BY 2 LOOP CONTINUE l WHEN i = 2; EXIT; END LOOP; WHILE x LOOP"
                    + " GET DIAGNOSTICS n = ROW_COUNT; END LOOP; FOREACH x SLICE 1 IN ARRAY y LOOP NULL; END LOOP; END l",
            "BEGIN OPEN c FOR EXECUTE 's' USING 1, 2; FETCH NEXT FROM c INTO a, b; MOVE c; CLOSE c; EXECUTE 'x' INTO STRICT r"
                    + " USING a; SELECT a INTO b.c FROM t; RETURN QUERY SELECT 1; CASE a WHEN 1 THEN NULL; ELSE NULL; END CASE;"
                    + " CALL p(1); COMMIT AND CHAIN; ASSERT a, 'b'; PERFORM f(); END");

    @Test
    void statements() throws IOException {
        try (InputStream in = SqlParser.class.getResourceAsStream("/org/pgherd/grammar/sql/reference.sql")) {
            assertThat(in).isNotNull();
            List<String> originals = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
            search(new RandomTexts(SEED, originals));
        }
    }

    @Test
    void bodies() {
        search(new RandomTexts(SEED, BODIES));
    }

    private static void search(RandomTexts texts) {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        int tried = 0;
        while (tried < AT_LEAST || System.nanoTime() < end) {
            String text = texts.next();
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                assertThat(failure(text)).as(text).isNull();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("no SqlException for: " + text, e);
            }
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
                    .as(text)
                    .isLessThan(LIMIT);
            tried++;
        }
    }

    private static @Nullable String failure(String text) {
        ScriptSplitter.split(text);
        Fingerprint.of(text);
        try {
            PlpgsqlParser.parse(text);
        } catch (SqlException refused) {
            assertThat(refused.message()).isNotEmpty();
        }
        try {
            for (RawStmt statement : SqlParser.parse(text)) {
                String different = deparsed(statement);
                if (different != null) {
                    return different;
                }
            }
        } catch (SqlException refused) {
            assertThat(refused.message()).isNotEmpty();
        }
        return null;
    }

    private static @Nullable String deparsed(RawStmt statement) {
        String text;
        try {
            text = Deparser.sql(statement);
        } catch (SqlException e) {
            return e.state().equals(SqlState.STATEMENT_TOO_COMPLEX) ? null : "no text: " + e.message();
        }
        try {
            return AstWalk.same(List.of(statement), SqlParser.parse(text)) ? null : "another tree: " + text;
        } catch (SqlException e) {
            return e.message() + ": " + text;
        }
    }
}
