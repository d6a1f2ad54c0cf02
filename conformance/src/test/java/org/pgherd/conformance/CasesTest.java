package org.pgherd.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgherd.conformance.compare.Difference;
import org.pgherd.conformance.compare.FileReport;
import org.pgherd.conformance.compare.Rules;
import org.pgherd.conformance.compare.ScriptRun;
import org.pgherd.conformance.target.Arena;
import org.pgherd.conformance.target.Target;
import org.pgherd.embedded.EmbeddedHerd;

/// Rung equivalence: every statement of the case files gives at every cap over four shards what a plain PostgreSQL
/// gives; at
/// some caps over one, two, three and seven.
class CasesTest {
    private static final List<String> FILES = List.of(
            "select",
            "collations",
            "inheritance",
            "joins",
            "refused_elsewhere",
            "aggregates",
            "windows",
            "subqueries",
            "dml",
            "transactions",
            "functions",
            "views",
            "view_rights",
            "tableoid",
            "rules",
            "session_objects",
            "errors",
            "explain",
            "literals",
            "standard_strings",
            "current_of",
            "triggers",
            "cursors",
            "domains",
            "group_order",
            "hashed_sublinks",
            "locks",
            "sqljson",
            "xml",
            "returning",
            "frames",
            "semantics",
            "recursion",
            "merge",
            "outer_aggregates",
            "returning_others",
            "constants",
            "repartition",
            "assignments",
            "foreign_keys",
            "routine_settings",
            "policies",
            "unread_outputs",
            "repeated_runs",
            "constant_values",
            "useless_joins",
            "sublink_tests",
            "privileges",
            "snapshots",
            "numbered_rows",
            "time_words",
            "table_moves",
            "anonymous_records",
            "full_joins",
            "cursor_savepoints",
            "with_writes",
            "pushed_quals",
            "inlined_functions",
            "row_assignments",
            "planning_errors",
            "returning_old",
            "merge_homes");
    private static final List<String> CAPS = List.of("route", "scatter", "split", "pull");

    static Stream<Arguments> runs() {
        return Stream.concat(
                CAPS.stream().map(cap -> Arguments.of(4, cap, "-1")),
                Stream.of(
                        Arguments.of(1, "route", "-1"),
                        // without memory of its own every operator goes by way of files
                        Arguments.of(3, "pull", "0"),
                        // other numbers of shards cut the key space elsewhere
                        Arguments.of(2, "split", "-1"),
                        Arguments.of(7, "route", "-1")));
    }

    @ParameterizedTest(name = "{0} shards, at most {1}, work_mem {2}")
    @MethodSource("runs")
    @Timeout(300)
    void answersAsPostgres(int shards, String cap, String workMem) throws Exception {
        EmbeddedHerd servers = EmbeddedHerd.shared(shards);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (String file : FILES) {
            try (Arena arena = Arena.over(
                            servers,
                            Map.of(
                                    "pgherd.max_pushdown",
                                    cap,
                                    "pgherd.work_mem",
                                    workMem,
                                    "pgherd.semi_join_filters",
                                    filters(cap)));
                    Target herd = arena.herd();
                    Target oracle = arena.oracle()) {
                ScriptRun run = new ScriptRun(herd, oracle, Rules.of(null), Path.of(file + ".sql"));
                run.prepare(text("setup"));
                FileReport report = run.compare(text(file));
                compared += report.compared();
                report.differences().stream()
                        .map(Difference::describe)
                        .forEach(text -> differences.add(file + " " + text));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(300);
    }

    /// At the lower caps every join that may send its keys to the shards does.
    private static String filters(String cap) {
        return cap.equals("split") || cap.equals("pull") ? "always" : "auto";
    }

    private static String text(String name) throws java.io.IOException {
        try (var in = CasesTest.class.getResourceAsStream("/cases/" + name + ".sql")) {
            return new String(java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
