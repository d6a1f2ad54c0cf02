package org.pgherd.conformance.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pgherd.conformance.fuzz.FuzzRun;
import org.pgherd.conformance.target.Arena;
import org.pgherd.conformance.target.Target;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.HerdOptions;
import org.pgherd.gateway.command.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `pgherd fuzz`.
@Command(
        name = "fuzz",
        description = "Runs random statements on a herd and on plain PostgreSQL, and reduces those that differ.",
        mixinStandardHelpOptions = true)
final class FuzzCommand implements Callable<Integer> {
    private static final List<String> CAPS = List.of("route", "scatter", "split", "pull");

    @Option(names = "--shards", paramLabel = "N", defaultValue = "4", description = "Number of shards (default: 4).")
    private int shards;

    @Option(
            names = "--max-pushdown",
            paramLabel = "R",
            defaultValue = "route",
            description = "Cap of the ladder: route (default), scatter, split, pull, or all of them in turn.")
    private String maxPushdown = "route";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Which statements (default: 1).")
    private long seed;

    @Option(names = "--statements", paramLabel = "N", defaultValue = "1000", description = "How many (default: 1000).")
    private int statements;

    @Option(
            names = "--first",
            paramLabel = "N",
            defaultValue = "0",
            description = "Number of the first statement, to take up a run or to repeat one statement.")
    private int first;

    @Option(
            names = "--reduce",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many differences to reduce (default: 20); the others are shown as they came.")
    private int reductions;

    @Option(names = "--print", description = "Only print the statements.")
    private boolean print;

    @Override
    public Integer call() throws Exception {
        if (print) {
            for (int number = first; number < first + statements; number++) {
                System.out.println(FuzzRun.text(seed, number) + ";");
            }
            return ExitCode.FINE;
        }
        boolean same = true;
        try (EmbeddedHerd servers = EmbeddedHerd.start(HerdOptions.defaults().withShards(shards))) {
            for (String cap : maxPushdown.equals("all") ? CAPS : List.of(maxPushdown)) {
                same &= run(servers, cap);
            }
        }
        return same ? ExitCode.FINE : ExitCode.DIFFERENT;
    }

    private boolean run(EmbeddedHerd servers, String cap) throws Exception {
        long began = System.nanoTime();
        try (Arena arena = Arena.over(servers, Map.of("pgherd.max_pushdown", cap));
                Target herd = arena.herd();
                Target oracle = arena.oracle();
                Target witness = arena.oracle()) {
            FuzzRun.Report report = new FuzzRun(herd, oracle, witness)
                    .run(seed, first, statements, reductions, found -> System.out.println(found.describe()));
            System.out.printf(
                    "seed %d, cap %s, %d shards: %d statements, %d wrong, %d refused, %d errors, %d undetermined, %d s%n",
                    seed,
                    cap,
                    shards,
                    report.statements(),
                    report.wrong(),
                    report.refused(),
                    report.failed(),
                    report.undetermined(),
                    (System.nanoTime() - began) / 1_000_000_000L);
            return report.differences().isEmpty();
        }
    }
}
