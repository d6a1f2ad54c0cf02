package org.pgherd.conformance.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.pgherd.conformance.slt.CorpusJar;
import org.pgherd.conformance.slt.ShardKeyChoice;
import org.pgherd.conformance.slt.SltFile;
import org.pgherd.conformance.slt.SltReport;
import org.pgherd.conformance.slt.SltRun;
import org.pgherd.conformance.target.Arena;
import org.pgherd.conformance.target.Target;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.HerdOptions;
import org.pgherd.gateway.command.CommandFailure;
import org.pgherd.gateway.command.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pgherd slt`.
@Command(
        name = "slt",
        description = "Runs sqllogictest files on a herd and on plain PostgreSQL, which is the judge.",
        mixinStandardHelpOptions = true)
final class SltCommand implements Callable<Integer> {
    @Mixin
    private ArenaOptions options = new ArenaOptions();

    @Option(
            names = "--corpus",
            paramLabel = "NAME",
            description =
                    "Files of the published corpus whose path begins so, such as select1 or random/expr (fetched when first asked for).")
    private List<String> corpora = List.of();

    @Option(
            names = "--differences",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many differences to show for each file (default: 5).")
    private int shown;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "1",
            description = "Run one of N queries, a sample (default: 1, all of them).")
    private int every;

    @Option(
            names = "--shard-key",
            paramLabel = "N",
            description = "Place each table by its Nth column, its unique keys left out on both sides.")
    private @Nullable Integer shardKey;

    @Option(names = "--results", paramLabel = "FILE", description = "Add a line for each file, for `report`.")
    private @Nullable Path results;

    @Parameters(arity = "0..*", paramLabel = "FILE|DIR")
    private List<Path> paths = List.of();

    private int records;
    private int same;

    @Override
    public Integer call() throws Exception {
        if (paths.isEmpty() && corpora.isEmpty()) {
            throw new CommandFailure("name files, folders or --corpus");
        }
        HerdOptions herd = HerdOptions.defaults().withShards(options.shards());
        List<Path> files = files();
        @Nullable Path jar = corpora.isEmpty() ? null : CorpusJar.locate();
        try (EmbeddedHerd servers = EmbeddedHerd.start(herd)) {
            for (Path file : files) {
                run(servers, file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
            }
            if (jar != null) {
                runCorpora(servers, jar);
            }
        }
        System.out.printf(
                "total: %d records, %d as PostgreSQL (%.2f %%), cap %s, %d shards%n",
                records, same, records == 0 ? 100.0 : 100.0 * same / records, options.maxPushdown(), options.shards());
        return same == records ? ExitCode.FINE : ExitCode.DIFFERENT;
    }

    private void runCorpora(EmbeddedHerd servers, Path jar) throws IOException, SQLException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String corpus : corpora) {
                List<? extends ZipEntry> entries = CorpusJar.entries(zip, corpus);
                if (entries.isEmpty()) {
                    throw new CommandFailure("the corpus has no file named " + corpus);
                }
                for (ZipEntry entry : entries) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        run(
                                servers,
                                entry.getName(),
                                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                        .lines()
                                        .toList());
                    }
                }
            }
        }
    }

    private List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new CommandFailure("no such file or folder: " + path);
            }
            try (Stream<Path> walk = Files.walk(path)) {
                walk.filter(file -> file.toString().endsWith(".test")).sorted().forEach(found::add);
            }
        }
        return found;
    }

    private void run(EmbeddedHerd servers, String name, List<String> lines) throws IOException, SQLException {
        SltFile file;
        try {
            file = SltFile.parse(lines);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(name + ": " + e.getMessage(), e);
        }
        @Nullable ShardKeyChoice choice = shardKey == null ? null : new ShardKeyChoice(shardKey);
        long began = System.nanoTime();
        try (Arena arena = Arena.over(servers, options.settings());
                Target herd = arena.herd();
                Target oracle = arena.oracle()) {
            SltReport report = new SltRun(herd, oracle, every, choice).run(name, file);
            System.out.println(report.summary() + ", " + (System.nanoTime() - began) / 1_000_000_000L + " s");
            report.differences().stream().limit(shown).forEach(text -> System.out.println("  " + text));
            if (results != null) {
                ResultLine.of(name, options, report).append(results);
            }
            records += report.records();
            same += report.same();
        }
    }
}
