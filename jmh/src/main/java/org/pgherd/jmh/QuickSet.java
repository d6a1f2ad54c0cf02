package org.pgherd.jmh;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs every benchmark briefly and prints one line a measurement, with the ratio to the baseline where there
/// is one.
public final class QuickSet {
    private QuickSet() {}

    public static void main(String[] arguments) throws RunnerException, SQLException, IOException {
        String pattern = arguments.length > 0 ? arguments[0] : "org\\.pgherd\\.jmh\\..*";
        // expressions settle fast, and there are many
        TimeValue iteration = TimeValue.seconds(pattern.startsWith("Semantics") ? 1 : 2);
        Options options = new OptionsBuilder()
                .include(pattern)
                .warmupIterations(3)
                .warmupTime(iteration)
                .measurementIterations(3)
                .measurementTime(iteration)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                .forks(1)
                .shouldFailOnError(true)
                .build();
        System.err.println("measuring, some minutes ...");
        Collection<RunResult> results = new Runner(options).run();
        Map<String, Double> scores = new LinkedHashMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark().replace("org.pgherd.jmh.", "");
            String shape = result.getParams().getParam("shape");
            String label = shape == null ? name : name + " " + shape;
            double score = result.getPrimaryResult().getScore();
            double median = result.getPrimaryResult().getStatistics().getPercentile(50);
            boolean sampled = name.startsWith("PointSelect");
            scores.put(label, sampled ? median : score);
            System.out.printf(
                    Locale.ROOT,
                    "%-60s %12.3f %s%s%n",
                    label,
                    sampled ? median : score,
                    result.getPrimaryResult().getScoreUnit(),
                    sampled ? " (p50)" : "");
        }
        ratio(
                scores,
                "point select by key, engine / PgJDBC straight",
                "PointSelectBenchmark.throughTheEngine",
                "PointSelectBenchmark.straightFromTheShard");
        for (QueryBenchmark.Shape shape : QueryBenchmark.Shape.values()) {
            ratio(
                    scores,
                    shape + ", herd / plain PostgreSQL",
                    "QueryBenchmark.herd " + shape,
                    "QueryBenchmark.plainPostgres " + shape);
        }
        if (scores.keySet().stream().anyMatch(label -> label.startsWith("SemanticsBenchmark"))) {
            SemanticsTable.print(scores);
        }
    }

    private static void ratio(Map<String, Double> scores, String label, String measured, String baseline) {
        Double a = scores.get(measured);
        Double b = scores.get(baseline);
        if (a != null && b != null) {
            System.out.printf(Locale.ROOT, "ratio %-54s %12.2f%n", label, a / b);
        }
    }
}
