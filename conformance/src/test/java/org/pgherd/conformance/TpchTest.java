package org.pgherd.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgherd.conformance.compare.Difference;
import org.pgherd.conformance.compare.FileReport;
import org.pgherd.conformance.compare.Rules;
import org.pgherd.conformance.compare.ScriptRun;
import org.pgherd.conformance.target.Arena;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.conformance.target.Target;
import org.pgherd.embedded.EmbeddedHerd;

/// The 22 queries of TPC-H give at every cap, and without memory, what a plain PostgreSQL gives.
class TpchTest {
    private static final double SCALE = 0.01;
    private static final Path EXAMPLE = Path.of("../examples/tpch");
    private static final Pattern SHARDING = Pattern.compile("\\s*WITH \\(pgherd[^)]*\\)[^;]*(?=;)");

    private static Arena arena;
    private static Target herd;
    private static Target oracle;

    @BeforeAll
    static void load() throws Exception {
        arena = Arena.over(EmbeddedHerd.shared(4), Map.of());
        herd = arena.herd();
        oracle = arena.oracle();
        String schema = Files.readString(EXAMPLE.resolve("schema.sql"));
        succeed(herd, schema, List.of());
        succeed(oracle, SHARDING.matcher(schema).replaceAll(""), List.of());
        for (TpchTable<?> table : TpchTable.getTables()) {
            List<String> lines = lines(table);
            String copy = "COPY " + table.getTableName() + " FROM STDIN (DELIMITER '|')";
            succeed(herd, copy, lines);
            succeed(oracle, copy, lines);
        }
        succeed(herd, "ANALYZE", List.of());
        succeed(oracle, "ANALYZE", List.of());
    }

    private static <E extends TpchEntity> List<String> lines(TpchTable<E> table) {
        List<String> lines = new ArrayList<>();
        for (E row : table.createGenerator(SCALE, 1, 1)) {
            String line = row.toLine();
            lines.add(line.substring(0, line.length() - 1));
        }
        return lines;
    }

    private static void succeed(Target target, String sql, List<String> lines) throws IOException {
        assertThat(target.run(sql, lines).outcomes()).noneMatch(Outcome.Failure.class::isInstance);
    }

    @AfterAll
    static void close() throws Exception {
        herd.close();
        oracle.close();
        arena.close();
    }

    @ParameterizedTest(name = "at most {0}, work_mem {1}")
    @CsvSource({"route,-1", "scatter,-1", "split,-1", "pull,-1", "split,64kB", "pull,64kB"})
    @Timeout(300)
    void answersAsPostgres(String cap, String workMem) throws IOException {
        succeed(herd, "SET pgherd.max_pushdown = " + cap, List.of());
        succeed(herd, "SET pgherd.work_mem = '" + workMem + "'", List.of());
        ScriptRun run = new ScriptRun(herd, oracle, Rules.of(null), Path.of("queries.sql"));
        FileReport report = run.compare(Files.readString(EXAMPLE.resolve("queries.sql")));
        assertThat(report.differences().stream().map(Difference::describe)).isEmpty();
        assertThat(report.compared()).isEqualTo(22);
    }
}
