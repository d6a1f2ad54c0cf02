package org.pgherd.engine.herd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.shardplanner.facts.ColumnStatistics;

/// Statistics of all shards by schema, table and column name, merged.
///
/// Rows add up. Values that ANALYZE believes to be a part of the rows (a negative n_distinct) add up with them; a fixed
/// number of values is believed to be the same values everywhere. Common values weigh by the shard's rows.
record StatisticsSnapshot(long readAt, Map<String, Double> rows, Map<String, ColumnStatistics> columns) {
    private static final String TABLES =
            "SELECT n.nspname::text, c.relname::text, greatest(c.reltuples, pg_stat_get_live_tuples(c.oid))::float8::text"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm')"
                    + " AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pgherd', 'pg_toast') AND c.relpersistence <> 't'";
    private static final String COLUMNS =
            "SELECT schemaname::text, tablename::text, attname::text, null_frac::float8::text, n_distinct::float8::text, most_common_vals::text,"
                    + " most_common_freqs::text, histogram_bounds::text FROM pg_stats WHERE NOT inherited"
                    + " AND schemaname NOT IN ('pg_catalog', 'information_schema', 'pgherd')";
    /// A plan is made anew when a table's rows have changed by this factor.
    private static final double MUCH = 4;
    private static final double SMALL = 1000;

    static String key(String schema, String table) {
        return schema + '\u001f' + table;
    }

    static String key(String schema, String table, String column) {
        return key(schema, table) + '\u001f' + column;
    }

    StatisticsSnapshot asOf(long time) {
        return new StatisticsSnapshot(time, rows, columns);
    }

    boolean differsMuch(StatisticsSnapshot before) {
        for (Map.Entry<String, Double> entry : rows.entrySet()) {
            double was = Math.max(SMALL, before.rows.getOrDefault(entry.getKey(), 0.0));
            double now = Math.max(SMALL, entry.getValue());
            if (now / was > MUCH || was / now > MUCH) {
                return true;
            }
        }
        return false;
    }

    /// Collects shard by shard.
    static final class Reader {
        private final long time;
        private final Map<String, Double> rows = new HashMap<>();
        private final Map<String, Merged> columns = new HashMap<>();

        private static final class Merged {
            double weight;
            double nulls;
            double share;
            double fixed;
            final Map<String, Double> common = new HashMap<>();
            final List<double[]> bounds = new ArrayList<>();
        }

        Reader(long time) {
            this.time = time;
        }

        void shard(ShardConnection connection) {
            Map<String, Double> own = new HashMap<>();
            for (@Nullable String[] row : TextRows.often(connection, TABLES)) {
                String key = key(text(row[0]), text(row[1]));
                double count = Math.max(0, Double.parseDouble(text(row[2])));
                own.put(key, count);
                rows.merge(key, count, Double::sum);
            }
            for (@Nullable String[] row : TextRows.often(connection, COLUMNS)) {
                double weight = own.getOrDefault(key(text(row[0]), text(row[1])), 0.0);
                if (weight > 0) {
                    column(
                            columns.computeIfAbsent(key(text(row[0]), text(row[1]), text(row[2])), _ -> new Merged()),
                            row,
                            weight);
                }
            }
        }

        private static void column(Merged merged, @Nullable String[] row, double weight) {
            merged.weight += weight;
            merged.nulls += weight * Double.parseDouble(text(row[3]));
            double distinct = Double.parseDouble(text(row[4]));
            if (distinct < 0) {
                merged.share += -distinct * weight;
            } else {
                merged.fixed = Math.max(merged.fixed, distinct);
            }
            String values = row[5];
            String parts = row[6];
            if (values != null && parts != null) {
                List<String> each = ArrayText.elements(values);
                List<String> shares = ArrayText.elements(parts);
                for (int i = 0; i < Math.min(each.size(), shares.size()); i++) {
                    merged.common.merge(each.get(i), weight * Double.parseDouble(shares.get(i)), Double::sum);
                }
            }
            String histogram = row[7];
            double[] numbers = histogram == null ? null : ArrayText.numbers(histogram);
            if (numbers != null) {
                merged.bounds.add(numbers);
            }
        }

        StatisticsSnapshot done() {
            Map<String, ColumnStatistics> all = new HashMap<>();
            columns.forEach((key, m) -> {
                Map<String, Double> common = new HashMap<>();
                m.common.forEach((value, part) -> common.put(value, part / m.weight));
                double[] bounds = m.bounds.stream()
                        .flatMapToDouble(Arrays::stream)
                        .sorted()
                        .toArray();
                all.put(
                        key,
                        new ColumnStatistics(
                                m.nulls / m.weight, Math.max(1, Math.max(m.share, m.fixed)), common, bounds));
            });
            return new StatisticsSnapshot(time, Map.copyOf(rows), Map.copyOf(all));
        }

        private static String text(@Nullable String value) {
            return String.valueOf(value);
        }
    }
}
