package org.pgherd.shardplanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.rewrite.Rewriter;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.hash.ShardingHash;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.explain.Explain;
import org.pgherd.shardplanner.explain.ExplainFormat;
import org.pgherd.shardplanner.explain.ExplainOptions;
import org.pgherd.shardplanner.explain.ExplainedStatement;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.validate.PlanValidator;

/// Every case of every plan file: the plan as written, the rules that shaped it, and no fault found by the
/// validator.
/// `-Drewrite` writes the plans found into the files.
final class PlanFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/plans");

    @TestFactory
    Stream<DynamicContainer> plans() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".plan")).sorted().toList().stream()
                    .map(PlanFilesTest::container);
        }
    }

    private static DynamicContainer container(Path path) {
        try {
            PlanFile file = PlanFile.read(path);
            TestSchema schema = new TestSchema(file.schema());
            if (Boolean.getBoolean("rewrite")) {
                List<String> found = new ArrayList<>();
                for (PlanFile.Case c : file.cases()) {
                    found.add(plan(c, schema));
                }
                Files.writeString(path, file.with(found));
                file = PlanFile.read(path);
            }
            List<DynamicTest> tests = new ArrayList<>();
            for (PlanFile.Case c : file.cases()) {
                tests.add(DynamicTest.dynamicTest(
                        c.toString(), () -> assertThat(plan(c, schema)).isEqualTo(c.expected())));
            }
            return DynamicContainer.dynamicContainer(path.getFileName().toString(), tests);
        } catch (IOException | SQLException e) {
            throw new AssertionError(path.toString(), e);
        }
    }

    static Planner.Outcome outcome(PlanFile.Case c, TestSchema schema) {
        List<SqlType> types = new ArrayList<>();
        for (String name : c.options().getOrDefault("params", "").split(",")) {
            if (!name.isEmpty()) {
                types.add(SqlType.of(java.util.Objects.requireNonNull(
                                BuiltinCatalog.instance().type(null, name), name)
                        .oid()));
            }
        }
        ParameterTypes parameters = types.isEmpty() ? ParameterTypes.none() : ParameterTypes.fixed(types);
        Query query = Rewriter.rewrite(
                Analyzer.analyze(SqlParser.parse(c.sql()).getFirst(), c.sql(), schema.view, schema.session, parameters),
                schema.view,
                schema.session);
        Rung cap = Rung.valueOf(c.options().getOrDefault("cap", "route").toUpperCase(Locale.ROOT));
        PlannerContext context = new PlannerContext(
                schema.sharding,
                schema.facts,
                cap,
                (group, value, type) -> group.shardOf(ShardingHash.of(type.oid(), value)),
                c.options().containsKey("verbatim") ? c.sql() : null,
                types,
                SemiJoinFilters.valueOf(
                        c.options().getOrDefault("filters", "auto").toUpperCase(Locale.ROOT)),
                new RepartitionJoins(
                        RepartitionJoins.Mode.valueOf(
                                c.options().getOrDefault("repartition", "auto").toUpperCase(Locale.ROOT)),
                        1 << 30),
                null);
        return Planner.outcome(query, context);
    }

    private static String plan(PlanFile.Case c, TestSchema schema) {
        Planner.Outcome outcome;
        try {
            outcome = outcome(c, schema);
        } catch (SqlException e) {
            return "ERROR " + e.state().code() + ": " + e.message();
        }
        assertThat(PlanValidator.faults(outcome.statement()))
                .as("faults of the plan")
                .isEmpty();
        for (String rule : c.options().getOrDefault("expect", "").split(",")) {
            if (!rule.isEmpty()) {
                assertThat(outcome.fired()).contains(rule);
            }
        }
        assertThat(outcome.fired())
                .doesNotContainAnyElementsOf(Arrays.asList(
                        c.options().getOrDefault("expect-not", "none").split(",")));
        ExplainedStatement explained = Explain.statement(
                outcome.statement(), schema.facts, ExplainOptions.PLAIN, Explain.Actuals.NONE, Map.of(), c.sql());
        return String.join("\n", Explain.lines(explained, ExplainFormat.TEXT));
    }
}
