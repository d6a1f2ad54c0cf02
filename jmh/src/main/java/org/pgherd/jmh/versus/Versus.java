package org.pgherd.jmh.versus;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.HerdOptions;

/// Prints how long queries take over four shards, as ratios to one plain PostgreSQL with all the rows. The servers
/// are alike, and on this machine; what is measured is a query from its text to its last row, the median of some runs
/// that take turns. Arguments: a part of the queries' names; `-f FACTOR` for the scale of TPC-H (0.1).
public final class Versus {
    private static final int SHARDS = 4;
    private static final int PATIENCE_SECONDS = 30;
    private static final int RUNS = 5;
    /// A query that takes so long is not run that often.
    private static final double LONG_MILLIS = 4000;

    private Versus() {}

    /// @param millis NaN if it failed
    private record Timing(double millis, String failure) {}

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

    /// Once or twice to get warm, then in turns.
    private static Timing[] time(Query query, List<Contender> contenders) {
        int count = contenders.size();
        double[][] millis = new double[count][RUNS];
        int[] runs = new int[count];
        Timing[] timings = new Timing[count];
        long[] rows = new long[count];
        for (int round = -3; round < RUNS; round++) {
            for (int i = 0; i < count; i++) {
                if (timings[i] != null) {
                    continue;
                }
                long from = System.nanoTime();
                try {
                    rows[i] = contenders.get(i).run(query.sql());
                } catch (SQLException e) {
                    timings[i] = new Timing(Double.NaN, String.valueOf(e.getMessage()));
                    continue;
                }
                double took = (System.nanoTime() - from) / 1e6;
                if (round >= 0) {
                    millis[i][runs[i]++] = took;
                } else if (took > LONG_MILLIS && i > 1) {
                    timings[i] = new Timing(took, "");
                }
            }
        }
        for (int i = 0; i < count; i++) {
            if (timings[i] == null) {
                double[] sorted = Arrays.copyOf(millis[i], runs[i]);
                Arrays.sort(sorted);
                boolean same = rows[i] == rows[0];
                timings[i] = new Timing(sorted[sorted.length / 2], same ? "" : rows[i] + " rows instead of " + rows[0]);
            }
        }
        return timings;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
