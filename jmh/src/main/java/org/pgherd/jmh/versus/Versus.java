package org.pgherd.jmh.versus;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.HerdOptions;

/// Prints how long queries take over four shards, as ratios to one plain PostgreSQL with all the rows. The servers
/// are alike, and on this machine; what is measured is a query from its text to its last row, the best of some runs
/// that
/// take turns, so that what else the machine does counts as little as may be. Arguments: a part of the queries' names;
/// `-f FACTOR` for the scale of TPC-H (0.1).
public final class Versus {
    private static final int SHARDS = 4;
    /// A query that takes longer is given up; its time is then at least this.
    private static final int PATIENCE_SECONDS = 20;
    /// A query that takes so long is run once only, and not to get warm.
    private static final double LONG_MILLIS = 4000;
    /// A program gets warm by the number of its runs, so short queries run often.
    private static final double WARM_MILLIS = 500;
    private static final int WARM_RUNS = 60;

    private static final double MEASURED_MILLIS = 2500;
    private static final int LEAST_RUNS = 3;
    private static final int MOST_RUNS = 40;

    private Versus() {}

    /// @param millis NaN if it failed
    /// @param rows that it gave, -1 if it did not get that far
    private record Timing(double millis, long rows, String failure) {}

    public static void main(String[] arguments) throws SQLException, IOException {
        double scale = 0.1;
        String pattern = "";
        boolean peers = true;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "-f" -> scale = Double.parseDouble(arguments[++i]);
                case "--no-peers" -> peers = false;
                default -> pattern = arguments[i];
            }
        }
        System.err.println("starting servers and loading, some minutes ...");
        try (EmbeddedHerd servers = EmbeddedHerd.start(
                        HerdOptions.defaults().withShards(SHARDS).withSetting("shared_buffers", "128MB"));
                Connection plain = servers.oracle().connect(servers.database());
                HerdContender herd = new HerdContender(servers)) {
            for (String sql : Dataset.schema(false)) {
                execute(plain, sql);
            }
            Dataset.fill(plain, scale);
            execute(plain, "VACUUM ANALYZE");
            herd.load(plain);
            List<Contender> contenders = new ArrayList<>();
            contenders.add(new JdbcContender("PostgreSQL", plain, PATIENCE_SECONDS));
            contenders.add(herd);
            if (peers) {
                contenders.add(new JdbcContender("postgres_fdw", ForeignTables.open(servers, plain), PATIENCE_SECONDS));
            }
            measure(contenders, pattern);
        }
    }

    private static void measure(List<Contender> contenders, String pattern) throws IOException {
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-38s", "milliseconds (ratio)"));
        for (Contender contender : contenders) {
            head.append(String.format(Locale.ROOT, "%22s", contender.name()));
        }
        System.out.println(head.append("   bar"));
        for (List<Query> group : List.of(Query.mixed(), Query.tpch())) {
            double[] logarithms = new double[contenders.size()];
            int[] answered = new int[contenders.size()];
            for (Query query : group) {
                if (query.name().contains(pattern)) {
                    line(query, contenders, logarithms, answered);
                }
            }
            StringBuilder mean = new StringBuilder(String.format(Locale.ROOT, "%-38s", "geometric mean"));
            for (int i = 0; i < contenders.size(); i++) {
                mean.append(
                        answered[i] == 0
                                ? String.format(Locale.ROOT, "%22s", "")
                                : String.format(
                                        Locale.ROOT,
                                        "%15.2f of %3d",
                                        Math.exp(logarithms[i] / answered[i]),
                                        answered[i]));
            }
            System.out.println(mean);
        }
    }

    private static void line(Query query, List<Contender> contenders, double[] logarithms, int[] answered) {
        Timing[] timings = time(query, contenders);
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-38s", query.name()));
        double base = timings[0].millis;
        for (int i = 0; i < timings.length; i++) {
            double ratio = timings[i].millis / base;
            if (Double.isNaN(ratio)) {
                line.append(String.format(Locale.ROOT, "%22s", "failed"));
            } else {
                line.append(String.format(Locale.ROOT, "%13.1f (%6.2f)", timings[i].millis, ratio));
                logarithms[i] += Math.log(ratio);
                answered[i]++;
            }
        }
        line.append(String.format(Locale.ROOT, "  <= %.1f", query.bar()));
        if (!(timings[1].millis / base <= query.bar())) {
            line.append("  missed");
        }
        System.out.println(line);
        for (int i = 0; i < timings.length; i++) {
            if (!timings[i].failure.isEmpty()) {
                System.out.println("    " + contenders.get(i).name() + ": " + timings[i].failure);
            }
        }
    }

    /// Some runs to get warm, then in turns.
    private static Timing[] time(Query query, List<Contender> contenders) {
        int count = contenders.size();
        Timing[] best = new Timing[count];
        boolean[] done = new boolean[count];
        for (int i = 0; i < count; i++) {
            double warming = 0;
            for (int run = 0; !done[i] && (run < 2 || warming < WARM_MILLIS && run < WARM_RUNS); run++) {
                best[i] = run(query, contenders.get(i));
                warming += best[i].millis;
                done[i] = !best[i].failure.isEmpty() || best[i].millis > LONG_MILLIS;
            }
        }
        long from = System.nanoTime();
        for (int run = 0;
                run < LEAST_RUNS || run < MOST_RUNS && (System.nanoTime() - from) / 1e6 < MEASURED_MILLIS;
                run++) {
            for (int i = 0; i < count; i++) {
                if (!done[i]) {
                    Timing timing = run(query, contenders.get(i));
                    best[i] = run == 0 || !(timing.millis >= best[i].millis) ? timing : best[i];
                    done[i] = !timing.failure.isEmpty();
                }
            }
        }
        for (int i = 1; i < count; i++) {
            if (best[i].rows >= 0 && best[0].rows >= 0 && best[i].rows != best[0].rows) {
                best[i] = new Timing(best[i].millis, best[i].rows, best[i].rows + " rows instead of " + best[0].rows);
            }
        }
        return best;
    }

    private static Timing run(Query query, Contender contender) {
        long from = System.nanoTime();
        try {
            long rows = contender.run(query.sql());
            return new Timing((System.nanoTime() - from) / 1e6, rows, "");
        } catch (SQLException e) {
            boolean late = "57014".equals(e.getSQLState());
            return new Timing(
                    late ? PATIENCE_SECONDS * 1e3 : Double.NaN,
                    -1,
                    late ? "given up after " + PATIENCE_SECONDS + " s" : String.valueOf(e.getMessage()));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
