package org.pgherd.shardplanner;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.embedded.EmbeddedPostgres;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.shardplanner.facts.CatalogFacts;
import org.pgherd.shardplanner.facts.ColumnStatistics;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Reach;
import org.pgherd.shardplanner.facts.StatisticsSource;

/// A schema in a database of its own, and where its tables would lie on four shards. Lines of the script like
/// `-- shard listens by creator_id group 1`, `-- shard genres reference`, `-- shard settings single 0` say it;
/// `-- rows listens 100000` says how many rows the planner believes in.
final class TestSchema {
    static final int SHARDS = 4;
    private static final Pattern SHARDING =
            Pattern.compile("-- shard (\\w+) (?:by (\\w+) group (\\d+)|(reference)|single (\\d+))");
    private static final Pattern ROWS = Pattern.compile("-- rows (\\w+) (\\d+)");
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start();
    }

    final Connection connection;
    final CatalogView view;
    final ShardingCatalog sharding;
    final PlanningFacts facts;
    final TestSession session = new TestSession();

    TestSchema(String script) throws SQLException {
        String database = "plans" + DATABASES.incrementAndGet();
        try (Connection admin = Server.POSTGRES.connect();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        connection = Server.POSTGRES.connect(database);
        execute(script);
        // definitions are read under a search path of the transaction
        connection.setAutoCommit(false);
        Catalog catalog = Catalog.load(this::rows);
        connection.commit();
        connection.setAutoCommit(true);
        view = new CatalogView(catalog, SearchPath.parse("\"$user\", public", "postgres", catalog, null));
        session.types = view;
        sharding = sharding(script, catalog);
        facts = new CatalogFacts(
                view,
                constant -> Codecs.output(
                        constant.type().oid(), java.util.Objects.requireNonNull(constant.value()), session),
                routine -> touchesTables(routine) ? Reach.TABLES : Reach.NOTHING,
                statistics(script, catalog));
    }

    /// By convention of the fixtures; effect analysis is tested elsewhere.
    private boolean touchesTables(int routine) {
        var row = view.catalog().proc(routine);
        return row == null || !row.name().startsWith("pure_");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<@Nullable String[]> rows(String sql) {
        try (Statement statement = connection.createStatement()) {
            List<@Nullable String[]> rows = new ArrayList<>();
            if (!statement.execute(sql)) {
                return rows;
            }
            try (ResultSet result = statement.getResultSet()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    @Nullable String[] row = new String[columns];
                    for (int i = 0; i < columns; i++) {
                        String text = result.getString(i + 1);
                        row[i] = text;
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static StatisticsSource statistics(String script, Catalog catalog) {
        Map<Integer, Double> rows = new HashMap<>();
        Matcher m = ROWS.matcher(script);
        while (m.find()) {
            Relation relation = java.util.Objects.requireNonNull(catalog.relation("public", m.group(1)));
            rows.put(relation.oid(), Double.parseDouble(m.group(2)));
        }
        return new StatisticsSource() {
            @Override
            public double rows(int relation) {
                return rows.getOrDefault(relation, -1.0);
            }

            @Override
            public @Nullable ColumnStatistics column(int relation, int attnum) {
                return null;
            }
        };
    }

    private static ShardingCatalog sharding(String script, Catalog catalog) {
        Map<Integer, Distribution> distributions = new HashMap<>();
        Map<Integer, ColocationGroup> groups = new HashMap<>();
        Matcher m = SHARDING.matcher(script);
        while (m.find()) {
            Relation relation = catalog.relation("public", m.group(1));
            if (relation == null) {
                throw new AssertionError("no table " + m.group(1));
            }
            if (m.group(4) != null) {
                distributions.put(relation.oid(), new Distribution.Reference());
            } else if (m.group(5) != null) {
                distributions.put(relation.oid(), new Distribution.Single(Integer.parseInt(m.group(5))));
            } else {
                var column = java.util.Objects.requireNonNull(relation.column(m.group(2)));
                int id = Integer.parseInt(m.group(3));
                ColocationGroup group = groups.computeIfAbsent(
                        id,
                        _ -> ColocationGroup.even(
                                id, "g" + id, column.type().oid(), column.type().collation(), SHARDS));
                distributions.put(relation.oid(), new Distribution.Hash(column.attnum(), group));
            }
        }
        return new ShardingCatalog(1, SHARDS, 0, distributions, List.copyOf(groups.values()));
    }
}
