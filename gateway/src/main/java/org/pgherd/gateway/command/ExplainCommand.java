package org.pgherd.gateway.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pgherd.engine.offline.OfflineExplain;
import org.pgherd.errors.SqlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `pgherd explain`.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Shows how statements would run over a herd, from the definitions in a script and without any server: "
                        + "for reviews of designs. Tables are declared as in a herd: WITH (pgherd.shard_by = ...) or "
                        + "create_distributed_table().")
final class ExplainCommand implements Callable<Integer> {
    @Option(names = "--schema", required = true, paramLabel = "FILE", description = "definitions; may be repeated")
    private List<Path> schemas = new ArrayList<>();

    @Option(names = "-f", paramLabel = "FILE", description = "statements to plan; may be repeated")
    private List<Path> files = new ArrayList<>();

    @Option(names = "-c", paramLabel = "SQL", description = "statements to plan; may be repeated")
    private List<String> texts = new ArrayList<>();

    @Option(names = "--shards", paramLabel = "N", defaultValue = "4", description = "size of the herd (default 4)")
    private int shards;

    @Option(
            names = "--default-shard-by",
            paramLabel = "RULE",
            defaultValue = "single",
            description = "of tables that declare nothing: single, auto or reference (default single)")
    private String defaultShardBy = "single";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, yaml, xml, or html for a page with the plan drawn")
    private String format = "text";

    @Option(
            names = "--max-pushdown",
            paramLabel = "RUNG",
            defaultValue = "route",
            description = "highest rung allowed: route, scatter, split or pull")
    private String maxPushdown = "route";

    @Option(names = "--costs", description = "show estimates (by rules of thumb, there are no statistics)")
    private boolean costs;

    @Option(names = "--verbose", description = "list the columns of each node")
    private boolean verbose;

    @Override
    public Integer call() throws IOException {
        if (shards < 1) {
            throw new CommandFailure("--shards takes a positive number");
        }
        OfflineExplain explain = new OfflineExplain(shards, defaultShardBy);
        for (Path schema : schemas) {
            String script = Files.readString(schema);
            named(schema.toString(), script, () -> explain.define(script));
        }
        List<String> statements = new ArrayList<>(texts);
        for (Path file : files) {
            statements.add(Files.readString(file));
        }
        if (statements.isEmpty()) {
            throw new CommandFailure("-c or -f says what to explain");
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String text : statements) {
            named("the statement", text, () -> {
                for (List<String> plan : explain.explain(text, maxPushdown, format, costs, verbose)) {
                    plan.forEach(out::println);
                    out.println();
                }
            });
        }
        return ExitCode.FINE;
    }

    /// An error says where it is.
    private static void named(String where, String text, Runnable action) {
        try {
            action.run();
        } catch (SqlException e) {
            int character =
                    e.at().isKnown() ? e.at().character(text) : e.fields().character();
            throw new CommandFailure(where + (character <= 0 ? "" : line(text, character)) + ": " + e.getMessage());
        }
    }

    private static String line(String text, int character) {
        return ", line "
                + (1
                        + text.codePoints()
                                .limit(character - 1L)
                                .filter(c -> c == '\n')
                                .count());
    }
}
