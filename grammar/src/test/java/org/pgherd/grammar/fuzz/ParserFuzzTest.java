package org.pgherd.grammar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Any text is parsed or refused with a SqlException, soon, and what is parsed comes back from its deparsed text.
/// A long search: -Dpgherd.fuzz.seconds=600 -Dpgherd.fuzz.seed=N.
class ParserFuzzTest {
    private static final long SECONDS = Long.getLong("pgherd.fuzz.seconds", 5);
    private static final long SEED = Long.getLong("pgherd.fuzz.seed", 18);

    /// CPU time far above what any of these short texts takes, with the classes that the first one loads.
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int AT_LEAST = 200;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void statements() throws IOException {
        search(new RandomTexts(SEED, FuzzSeeds.statements()));
    }

    @Test
    void bodies() {
        search(new RandomTexts(SEED, FuzzSeeds.BODIES));
    }

    private static void search(RandomTexts texts) {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        int tried = 0;
        while (tried < AT_LEAST || System.nanoTime() < end) {
            String text = texts.next();
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                assertThat(LanguageProperty.failure(text)).as(text).isNull();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("no SqlException for: " + text, e);
            }
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
                    .as(text)
                    .isLessThan(LIMIT);
            tried++;
        }
    }
}
