package org.pgherd.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pgherd.conformance.script.Item;
import org.pgherd.conformance.script.PsqlScript;
import org.pgherd.conformance.target.Arena;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.conformance.target.Target;
import org.pgherd.embedded.EmbeddedHerd;

/// The list of refusals is true: what it names is refused, clearly. What is no longer refused must leave the list.
class RefusalsTest {
    private static final String MARK = "-- refused";

    @Test
    void whatIsListedIsRefused() throws Exception {
        String script;
        try (var in = RefusalsTest.class.getResourceAsStream("/refusals.sql")) {
            script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        int mark = script.indexOf(MARK);
        try (Arena arena = Arena.over(EmbeddedHerd.shared(4), Map.of());
                Target herd = arena.herd()) {
            for (Item item : PsqlScript.parse(script.substring(0, mark))) {
                Outcome outcome = herd.run(((Item.Sql) item).text()).last();
                assertThat(outcome).isInstanceOf(Outcome.Command.class);
            }
            for (Item item : PsqlScript.parse(script.substring(mark))) {
                String sql = ((Item.Sql) item).text();
                Outcome outcome = herd.run(sql).last();
                assertThat(outcome).as(sql).isInstanceOf(Outcome.Failure.class);
                assertThat(((Outcome.Failure) outcome).state()).as(sql).isEqualTo("0A000");
                assertThat(((Outcome.Failure) outcome).message())
                        .as(sql)
                        .doesNotContain("java", "Exception", "org.pgherd");
            }
        }
    }
}
