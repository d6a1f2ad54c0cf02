package org.pgherd.engine.herd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogSource;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.HashRange;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.engine.sharding.MetadataSchema;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.shard.ShardConnection;

/// Reads snapshots from the catalog shard.
public final class CatalogLoader {
    public static final int CATALOG_SHARD = 0;
    private static final String MARK = "pgherd_catalog";
    private static final AtomicLong VERSIONS = new AtomicLong();

    private CatalogLoader() {}

    /// Through a connection that may be in a transaction, whose uncommitted definitions are then seen.
    ///
    /// @param inTransaction whether it is; the reading must leave no trace in it
    /// @param before an older snapshot, which spares reading what never changes
    public static CatalogSnapshot load(
            ShardConnection connection, boolean inTransaction, int shards, @Nullable CatalogSnapshot before) {
        // expressions are told as the setting wants their strings, and read by all sessions alike
        connection.command(
                (inTransaction ? "SAVEPOINT " + MARK : "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                        + "; SET LOCAL standard_conforming_strings = on");
        try {
            CatalogSource source = sql -> TextRows.often(connection, sql);
            Catalog catalog =
                    before == null ? Catalog.load(source) : before.catalog().refresh(source);
            ShardingCatalog sharding = sharding(connection, shards);
            return new CatalogSnapshot(catalog, sharding, CatalogStamp.read(connection), sharding.version());
        } finally {
            if (connection.isUsable()) {
                connection.command(inTransaction ? "ROLLBACK TO " + MARK + "; RELEASE " + MARK : "ROLLBACK");
            }
        }
    }

    /// Whether definitions have changed since a snapshot was taken.
    public static boolean isStale(CatalogSnapshot snapshot, ShardConnection connection) {
        return !snapshot.stamp().equals(CatalogStamp.read(connection));
    }

    private static ShardingCatalog sharding(ShardConnection connection, int shards) {
        Map<Integer, List<HashRange>> ranges = new HashMap<>();
        for (@Nullable String[] row : TextRows.often(connection, MetadataSchema.RANGES)) {
            ranges.computeIfAbsent(number(row[0]), _ -> new ArrayList<>())
                    .add(new HashRange(Long.parseLong(text(row[1])), Long.parseLong(text(row[2])), number(row[3])));
        }
        Map<Integer, ColocationGroup> groups = new HashMap<>();
        for (@Nullable String[] row : TextRows.often(connection, MetadataSchema.GROUPS)) {
            int id = number(row[0]);
            groups.put(
                    id,
                    new ColocationGroup(
                            id, text(row[1]), number(row[2]), number(row[3]), ranges.getOrDefault(id, List.of())));
        }
        Map<Integer, Distribution> distributions = new HashMap<>();
        for (@Nullable String[] row : TextRows.often(connection, MetadataSchema.DISTRIBUTIONS)) {
            distributions.put(
                    number(row[0]),
                    switch (text(row[1])) {
                        case "hash" -> new Distribution.Hash(number(row[2]), required(groups.get(number(row[3]))));
                        case "reference" -> new Distribution.Reference();
                        default -> new Distribution.Single(number(row[4]));
                    });
        }
        return new ShardingCatalog(
                VERSIONS.incrementAndGet(), shards, CATALOG_SHARD, distributions, List.copyOf(groups.values()));
    }

    private static ColocationGroup required(@Nullable ColocationGroup group) {
        if (group == null) {
            throw new SqlException(
                    org.pgherd.errors.SqlState.DATA_CORRUPTED,
                    "a table's colocation group is missing in schema pgherd");
        }
        return group;
    }

    private static String text(@Nullable String value) {
        return String.valueOf(value);
    }

    private static int number(@Nullable String value) {
        return (int) Long.parseLong(text(value));
    }
}
