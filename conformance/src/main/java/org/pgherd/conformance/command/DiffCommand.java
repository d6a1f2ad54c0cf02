package org.pgherd.conformance.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pgherd.conformance.compare.Difference;
import org.pgherd.conformance.compare.FileReport;
import org.pgherd.conformance.compare.Rules;
import org.pgherd.conformance.compare.ScriptRun;
import org.pgherd.conformance.target.Arena;
import org.pgherd.conformance.target.Target;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.HerdOptions;
import org.pgherd.gateway.command.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pgherd diff`.
@Command(
        name = "diff",
        description = "Runs psql scripts on a herd and on plain PostgreSQL and tells where they differ.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Mixin
    private ArenaOptions options = new ArenaOptions();

    @Mixin
    private ScriptOptions scripts = new ScriptOptions();

    @Option(
            names = "--differences",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many differences to show for each file (default: 5).")
    private int shown;

    @Option(names = "--results", paramLabel = "FILE", description = "Add a line for each file, for `report`.")
    private @Nullable Path results;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws Exception {
        int compared = 0;
        int same = 0;
        int readings = 0;
        int readingsSame = 0;
        HerdOptions herd = HerdOptions.defaults().withShards(options.shards());
        try (EmbeddedHerd servers = EmbeddedHerd.start(herd)) {
            for (Path file : files) {
                FileReport report = run(servers, file);
                System.out.println(report.summary());
                report.differences().stream()
                        .limit(shown)
                        .map(Difference::describe)
                        .forEach(text -> System.out.println("  " + text));
                if (results != null) {
                    ResultLine.of(options, report).append(results);
                }
                readings += report.readings();
                readingsSame += report.readingsSame();
                compared += report.compared();
                same += report.same();
            }
        }
        System.out.printf(
                "total: %d statements, %d same (%.2f %%), reading %d of %d (%.2f %%), cap %s, %d shards%n",
                compared,
                same,
                percent(same, compared),
                readingsSame,
                readings,
                percent(readingsSame, readings),
                options.maxPushdown(),
                options.shards());
        return same == compared ? ExitCode.FINE : ExitCode.DIFFERENT;
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 100.0 : 100.0 * part / whole;
    }

    private FileReport run(EmbeddedHerd servers, Path file) throws IOException, SQLException {
        String script = ScriptOptions.read(file);
        Path prelude = scripts.setup(file);
        Path parent = file.toAbsolutePath().getParent();
        try (Arena arena = Arena.over(servers, options.settings());
                Target herd = arena.herd();
                Target oracle = arena.oracle()) {
            ScriptRun run = new ScriptRun(herd, oracle, Rules.of(parent == null ? null : parent.getParent()), file);
            for (String setting : scripts.settings()) {
                run.prepare(setting + ";");
            }
            if (prelude != null) {
                run.prepare(ScriptOptions.read(prelude));
            }
            return run.compare(script);
        }
    }
}
