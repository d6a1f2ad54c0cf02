package org.pgherd.gateway.command;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.PgHerd;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.memory.HerdDataSource;
import org.pgherd.gateway.shell.InteractiveShell;
import org.pgherd.gateway.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `pgherd sql`.
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description =
                "Runs SQL on a herd and prints as psql does: given statements, a file, standard input, or a shell "
                        + "on a terminal. Without --config it starts a herd of empty servers for the occasion.")
final class SqlCommand implements Callable<Integer> {
    private static final int ANY = -1;

    @Option(names = "--config", paramLabel = "FILE", description = "herd of existing servers (see serve --help)")
    private @Nullable Path config;

    @Option(names = "--shards", paramLabel = "N", description = "how many servers to start (default 4)")
    private int shards = ANY;

    @Option(names = "--data", paramLabel = "DIR", description = "keep the started servers' data there")
    private @Nullable Path data;

    @Option(names = "-c", paramLabel = "SQL", description = "run this and exit; may be repeated")
    private List<String> texts = new ArrayList<>();

    @Option(names = "-f", paramLabel = "FILE", description = "run this file and exit; may be repeated")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (shards != ANY && (shards < 1 || shards > 64)) {
            throw new CommandFailure("--shards takes 1 to 64");
        }
        Path file = config;
        if (file == null) {
            try (BoxedHerd herd = start()) {
                return run(herd.herd());
            }
        }
        if (shards != ANY || data != null) {
            throw new CommandFailure("--config names the servers: --shards and --data do not go with it");
        }
        try (PgHerd herd = PgHerd.open(ServeConfig.readHerd(file, System::getenv))) {
            return run(herd);
        }
    }

    private BoxedHerd start() {
        Progress progress = new Progress();
        boolean waiting = System.console() != null && System.console().isTerminal();
        if (waiting) {
            progress.step("starting PostgreSQL servers");
        }
        BoxedHerd herd = BoxedHerd.start(Math.max(shards, 0), data);
        if (waiting) {
            progress.done();
        }
        return herd;
    }

    private int run(PgHerd herd) throws IOException {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        try (HerdDataSource source = HerdDataSource.of(herd::connect);
                WireClient client = WireClient.connect(source::openSocket, "postgres", UpCommand.DATABASE)) {
            Shell shell = new Shell(client, out, err);
            if (!texts.isEmpty() || !files.isEmpty()) {
                for (String text : texts) {
                    shell.run(text);
                }
                for (Path script : files) {
                    shell.runFile(script);
                }
            } else if (System.console() != null && System.console().isTerminal()) {
                new InteractiveShell(shell).run();
            } else {
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                shell.runLines(lines.lines().iterator());
            }
            return shell.hasFailed() ? ExitCode.DIFFERENT : ExitCode.FINE;
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
