package org.pgherd.conformance.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pgherd.conformance.describe.DescribeReport;
import org.pgherd.conformance.describe.DescribeRun;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.EmbeddedPostgres;
import org.pgherd.embedded.HerdOptions;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.command.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pgherd describe`.
@Command(
        name = "describe",
        description =
                "Compares what PostgreSQL's Parse and Describe say of each statement of psql scripts with what the"
                        + " analyzer says.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    @Mixin
    private ScriptOptions scripts = new ScriptOptions();

    @Option(
            names = "--differences",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many differences to show for each file (default: 5).")
    private int shown;

    @Option(
            names = "--classes",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many classes of differences to show at the end (default: none).")
    private int classes;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws Exception {
        DescribeReport total = new DescribeReport("total");
        try (EmbeddedHerd servers = EmbeddedHerd.start(HerdOptions.defaults().withShards(1))) {
            for (Path file : files) {
                DescribeReport report = run(servers, file);
                System.out.println(report.summary());
                report.differences().stream().limit(shown).forEach(text -> System.out.println("  " + text));
                total.add(report);
            }
        }
        total.classes(classes).forEach(System.out::println);
        System.out.println(total.summary());
        return total.allSame() ? ExitCode.FINE : ExitCode.DIFFERENT;
    }

    private DescribeReport run(EmbeddedHerd servers, Path file) throws IOException, SQLException {
        String script = ScriptOptions.read(file);
        EmbeddedPostgres server = servers.oracle();
        servers.reset();
        try (WireClient client =
                WireClient.connect(server.host(), server.port(), EmbeddedPostgres.USER, servers.database())) {
            DescribeRun run = new DescribeRun(client, String.valueOf(file.getFileName()));
            for (String setting : scripts.settings()) {
                run.prepare(setting + ";");
            }
            @Nullable Path prelude = scripts.setup(file);
            if (prelude != null) {
                run.prepare(ScriptOptions.read(prelude));
            }
            return run.run(script);
        }
    }
}
