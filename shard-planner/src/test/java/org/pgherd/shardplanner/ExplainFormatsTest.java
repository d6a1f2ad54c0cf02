package org.pgherd.shardplanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pgherd.shardplanner.explain.Explain;
import org.pgherd.shardplanner.explain.ExplainFormat;
import org.pgherd.shardplanner.explain.ExplainOptions;
import org.pgherd.shardplanner.explain.Measured;
import org.pgherd.shardplanner.plan.Remote;
import org.xml.sax.InputSource;

/// The shape of each format, as programs read it: files under `explain/`. `-Drewrite` writes what is found.
final class ExplainFormatsTest {
    private static final Path FOLDER = Path.of("src/test/resources/explain");
    private static final String SQL =
            "SELECT c.name, count(*) FROM creators c JOIN listeners l ON l.name = c.name AND l.name <> '<&\"' "
                    + "WHERE EXISTS (SELECT 1 FROM listens s WHERE s.seconds > l.age) GROUP BY 1 ORDER BY 2 DESC LIMIT 3";

    private static String explained(ExplainFormat format) throws IOException, SQLException {
        PlanFile file = PlanFile.read(Path.of("src/test/resources/plans/select.plan"));
        TestSchema schema = new TestSchema(file.schema());
        PlanFile.Case c = new PlanFile.Case("", SQL, "");
        Map<String, Object> remarks = new LinkedHashMap<>();
        remarks.put("Effect", List.of("reads public.t", "writes public.u: f -> g"));
        remarks.put("Planning Time", 0.25);
        remarks.put("Rows", 3L);
        Explain.Actuals actuals = node -> node instanceof Remote
                ? new Measured(
                        40,
                        2,
                        0.5,
                        4.25,
                        2048,
                        0,
                        List.of(new Measured.Shard(0, 2, 10, 500, 1.5), new Measured.Shard(3, 2, 30, 1500, 2.75)))
                : new Measured(3, 1, 4, 5.5, 0, 0, List.of());
        return String.join(
                "\n",
                Explain.lines(
                        Explain.statement(
                                PlanFilesTest.outcome(c, schema).statement(),
                                schema.facts,
                                new ExplainOptions(format, true, false),
                                actuals,
                                remarks,
                                SQL),
                        format));
    }

    @ParameterizedTest
    @EnumSource
    void asTheFileSays(ExplainFormat format) throws IOException, SQLException {
        Path path = FOLDER.resolve(
                "join." + (format == ExplainFormat.TEXT ? "txt" : format.name().toLowerCase(java.util.Locale.ROOT)));
        String found = explained(format) + "\n";
        if (Boolean.getBoolean("rewrite")) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, found);
        }
        assertThat(found).isEqualTo(Files.readString(path));
    }

    @Test
    void xmlIsWellFormed() throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(explained(ExplainFormat.XML))));
        assertThat(document.getElementsByTagName("Plan").getLength()).isGreaterThan(4);
        assertThat(document.getElementsByTagName("Shard").getLength()).isGreaterThan(2);
    }
}
