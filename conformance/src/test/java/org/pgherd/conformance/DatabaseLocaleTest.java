package org.pgherd.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgherd.conformance.compare.Difference;
import org.pgherd.conformance.compare.FileReport;
import org.pgherd.conformance.compare.Rules;
import org.pgherd.conformance.compare.ScriptRun;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.conformance.target.Target;
import org.pgherd.embedded.EmbeddedPostgres;
import org.pgherd.engine.HerdConfig;
import org.pgherd.engine.PgHerd;
import org.pgherd.engine.ShardConfig;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.memory.HerdDataSource;

/// A herd orders text as its databases do, whatever locale provider they were made with.
class DatabaseLocaleTest {
    private static final int SHARDS = 3;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}, at most {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    icu     | LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C'  | route
                    icu     | LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C'  | split
                    icu     | LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C'  | pull
                    libc    | LOCALE_PROVIDER libc LOCALE 'C.utf8'               | route
                    libc    | LOCALE_PROVIDER libc LOCALE 'C.utf8'               | split
                    libc    | LOCALE_PROVIDER libc LOCALE 'C.utf8'               | pull
                    """)
    void ordersAsTheDatabases(String provider, String options, String cap) throws Exception {
        String name = provider + "_" + cap;
        List<String> databases = IntStream.rangeClosed(0, SHARDS)
                .mapToObj(i -> i == SHARDS ? name + "_plain" : name + "_" + i)
                .toList();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            assumeTrue(
                    provider.equals("icu") || hasLocale(statement, "C.utf8"),
                    "this machine's C library has no locale C.utf8");
            for (String database : databases) {
                statement.execute("CREATE DATABASE " + database + " TEMPLATE template0 ENCODING 'UTF8' " + options);
            }
        }
        List<ShardConfig> shards = databases.subList(0, SHARDS).stream()
                .map(database -> new ShardConfig(server.host(), server.port(), database, EmbeddedPostgres.USER, ""))
                .toList();
        try (PgHerd herd = PgHerd.open(new HerdConfig(shards, Map.of("pgherd.max_pushdown", cap)));
                HerdDataSource source = HerdDataSource.of(herd::connect);
                Target herdSide = new Target(
                        WireClient.connect(source::openSocket, EmbeddedPostgres.USER, databases.getFirst()));
                Target oracle = new Target(
                        WireClient.connect(server.host(), server.port(), EmbeddedPostgres.USER, databases.getLast()))) {
            ScriptRun run = new ScriptRun(herdSide, oracle, Rules.of(null), Path.of("texts.sql"));
            run.prepare(script("setup"));
            FileReport report = run.compare(script("texts"));
            assertThat(report.differences().stream().map(Difference::describe)).isEmpty();
            assertThat(report.compared()).isGreaterThan(40);
            Outcome plan =
                    herdSide.run("EXPLAIN (SHARDED) SELECT s FROM w ORDER BY s").last();
            assertThat(plan)
                    .isInstanceOfSatisfying(
                            Outcome.Rows.class,
                            rows -> assertThat(rows.rows().toString().contains("order asked of a shard"))
                                    .isEqualTo(provider.equals("libc")));
        }
    }

    private static boolean hasLocale(Statement statement, String locale) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT 1 FROM pg_collation WHERE collprovider = 'c' AND collcollate = '" + locale + "'")) {
            return rows.next();
        }
    }

    private static String script(String name) throws IOException {
        try (var in = DatabaseLocaleTest.class.getResourceAsStream("/locales/" + name + ".sql")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
