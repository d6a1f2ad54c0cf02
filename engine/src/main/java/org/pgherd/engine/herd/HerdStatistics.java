package org.pgherd.engine.herd;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.shardplanner.facts.ColumnStatistics;
import org.pgherd.shardplanner.facts.StatisticsSource;

/// The merged statistics by the object numbers of one catalog. A partitioned or inherited table has its children's
/// rows too; a reference table has one copy's.
record HerdStatistics(Supplier<StatisticsSnapshot> current, Catalog catalog, ShardingCatalog sharding)
        implements StatisticsSource {
    @Override
    public double rows(int relation) {
        Relation found = catalog.relation(relation);
        return found == null || Integer.compareUnsigned(relation, ShardingCatalog.FIRST_NORMAL_OID) < 0
                ? -1
                : rows(found, current.get());
    }

    private double rows(Relation relation, StatisticsSnapshot snapshot) {
        Double own = snapshot.rows().get(StatisticsSnapshot.key(relation.schema(), relation.name()));
        double rows = own == null ? -1 : copies(relation) > 1 ? own / copies(relation) : own;
        for (int child : relation.children()) {
            Relation part = catalog.relation(child);
            if (part != null) {
                rows = Math.max(0, rows) + Math.max(0, rows(part, snapshot));
            }
        }
        return rows;
    }

    private int copies(Relation relation) {
        return sharding.of(relation.oid()) instanceof Distribution.Reference ? sharding.shardCount() : 1;
    }

    @Override
    public @Nullable ColumnStatistics column(int relation, int attnum) {
        Relation found = catalog.relation(relation);
        if (found == null || Integer.compareUnsigned(relation, ShardingCatalog.FIRST_NORMAL_OID) < 0) {
            return null;
        }
        ColumnStatistics known = current.get()
                .columns()
                .get(StatisticsSnapshot.key(
                        found.schema(), found.name(), found.column(attnum).name()));
        return known == null || copies(found) == 1
                ? known
                : new ColumnStatistics(
                        known.nullFraction(),
                        Math.min(known.distinct(), Math.max(1, rows(relation))),
                        known.commonValues(),
                        known.bounds());
    }
}
