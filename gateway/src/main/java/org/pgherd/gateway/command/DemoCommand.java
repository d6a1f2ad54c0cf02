package org.pgherd.gateway.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.pgherd.embedded.EmbeddedPostgres;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.client.WireMessage;
import org.pgherd.gateway.client.WireResult;
import org.pgherd.gateway.example.Agreement;
import org.pgherd.gateway.example.Example;
import org.pgherd.gateway.example.Tour;
import org.pgherd.gateway.memory.HerdDataSource;
import org.pgherd.gateway.table.AlignedTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `pgherd demo`: a tour through what a herd does, each answer compared with one plain PostgreSQL.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Boots a herd and a plain PostgreSQL, loads two examples into both, and shows on some thirty "
                + "statements how the herd answers and that it answers the same. Exit code 0 only if all agree.")
final class DemoCommand implements Callable<Integer> {
    private static final int SHOWN_ROWS = 10;
    private static final List<String> EXPLAINED = List.of("select", "with", "insert", "update", "delete", "values");

    @Option(names = "--shards", paramLabel = "N", description = "how many servers (default 4)")
    private int shards = BoxedHerd.DEFAULT_SHARDS;

    private final Progress progress = new Progress();
    private final PrintStream out;
    private int statements;
    private int different;

    DemoCommand() {
        this(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    DemoCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (shards < 1 || shards > 64) {
            throw new CommandFailure("--shards takes 1 to 64");
        }
        long begin = System.nanoTime();
        progress.step("starting " + shards + " PostgreSQL shards and a plain PostgreSQL to compare with");
        try (BoxedHerd herd = BoxedHerd.startWithOracle(shards)) {
            EmbeddedPostgres plain = herd.servers().oracle();
            try (HerdDataSource source = HerdDataSource.of(herd.herd()::connect);
                    WireClient toHerd = WireClient.connect(source::openSocket, "postgres", UpCommand.DATABASE);
                    WireClient toPlain =
                            WireClient.connect(plain.host(), plain.port(), EmbeddedPostgres.USER, plain.database())) {
                load(toHerd, toPlain);
                progress.done();
                List<Tour.Stop> stops = Tour.stops();
                for (int i = 0; i < stops.size(); i++) {
                    show(i + 1, stops.size(), stops.get(i), toHerd, toPlain);
                }
            }
            out.printf(
                    Locale.ROOT,
                    "%d statements, %d answered as plain PostgreSQL, %d differently; %.1f s%n",
                    statements,
                    statements - different,
                    different,
                    (System.nanoTime() - begin) / 1e9);
        }
        return different == 0 ? ExitCode.FINE : ExitCode.DIFFERENT;
    }

    private void load(WireClient toHerd, WireClient toPlain) throws IOException {
        progress.step("loading the examples music and tpch into both");
        CompletableFuture<Void> plain = CompletableFuture.runAsync(
                () -> {
                    try {
                        Example.MUSIC.load(toPlain, false);
                        Example.TPCH.load(toPlain, false);
                    } catch (IOException e) {
                        throw new CommandFailure("plain PostgreSQL: " + e.getMessage(), e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
        try {
            Example.MUSIC.load(toHerd, true);
            Example.TPCH.load(toHerd, true);
        } finally {
            plain.join();
        }
    }

    private void show(int number, int all, Tour.Stop stop, WireClient toHerd, WireClient toPlain) throws IOException {
        out.println("[" + number + "/" + all + "] " + stop.title());
        out.println();
        for (String statement : stop.statements()) {
            statement.lines().forEach(line -> out.println("    " + line));
            explain(statement, toHerd);
            long begin = System.nanoTime();
            WireResult answer = toHerd.one(statement);
            double millis = (System.nanoTime() - begin) / 1e6;
            WireResult expected = toPlain.one(statement);
            print(answer);
            Optional<String> difference = Agreement.difference(statement, answer, expected);
            if (difference.isEmpty() && toHerd.transactionStatus() != toPlain.transactionStatus()) {
                difference = Optional.of("transaction status: herd " + toHerd.transactionStatus()
                        + " | plain PostgreSQL " + toPlain.transactionStatus());
            }
            statements++;
            different += difference.isPresent() ? 1 : 0;
            out.printf(
                    Locale.ROOT,
                    "%.1f ms   %s%n%n",
                    millis,
                    difference.map(what -> "NOT as plain PostgreSQL: " + what).orElse("= plain PostgreSQL"));
        }
    }

    private void explain(String statement, WireClient toHerd) throws IOException {
        String first = statement.split("\\W", 2)[0].toLowerCase(Locale.ROOT);
        if (EXPLAINED.contains(first) && toHerd.one("EXPLAIN (SHARDED) " + statement) instanceof WireResult.Rows plan) {
            out.println();
            plan.rows().forEach(row -> out.println("    | " + row[0]));
        }
        out.println();
    }

    private void print(WireResult answer) {
        switch (answer) {
            case WireResult.Rows(var columns, var rows, var _) ->
                out.print(AlignedTable.of(columns, rows.subList(0, Math.min(SHOWN_ROWS, rows.size())), rows.size()));
            case WireResult.Command(String tag) -> out.println(tag);
            case WireResult.Failure(WireMessage error) -> {
                out.println(error.severity() + ":  " + error.message());
                if (!error.field('D').isEmpty()) {
                    out.println("DETAIL:  " + error.field('D'));
                }
            }
            case WireResult.Empty _, WireResult.CopyOut _ -> {}
        }
    }
}
