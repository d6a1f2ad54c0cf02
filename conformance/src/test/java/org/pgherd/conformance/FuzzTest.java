package org.pgherd.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgherd.conformance.fuzz.FuzzRun;
import org.pgherd.conformance.target.Arena;
import org.pgherd.conformance.target.Target;
import org.pgherd.embedded.EmbeddedHerd;

/// A few hundred random statements of a fixed seed, at the two ends of the ladder; `pgherd fuzz` runs as many as are
/// wanted.
class FuzzTest {
    private static final int SEED = 1;
    private static final int STATEMENTS = 150;

    @ParameterizedTest(name = "at most {0}")
    @CsvSource({"route", "pull"})
    @Timeout(120)
    void answersAsPostgres(String cap) throws Exception {
        List<String> differences = new ArrayList<>();
        try (Arena arena = Arena.over(EmbeddedHerd.shared(4), Map.of("pgherd.max_pushdown", cap));
                Target herd = arena.herd();
                Target oracle = arena.oracle();
                Target witness = arena.oracle()) {
            FuzzRun.Report report = new FuzzRun(herd, oracle, witness).run(SEED, 0, STATEMENTS, 3, found -> {
                if (!found.isRefusal()) {
                    differences.add(found.describe());
                }
            });
            assertThat(report.failed()).isLessThan(STATEMENTS / 4);
            // of writes; refusals.md names them
            assertThat(report.refused()).isLessThan(STATEMENTS / 10);
            assertThat(report.undetermined()).isLessThan(STATEMENTS / 10);
        }
        assertThat(differences).isEmpty();
    }
}
