package org.pgherd.semantics.aggregate;

import java.util.List;
import org.pgherd.semantics.type.SqlType;

/// What each shard computes per group in place of an aggregate; [GroupedAccumulator#combine] merges it.
/// avg(int4) is count(x) and sum(x).
public record PartialPlan(List<Column> columns) {
    public PartialPlan {
        columns = List.copyOf(columns);
    }

    /// Whether the shards' aggregate is the same as the original with the same arguments (count, sum, min, max...).
    public static PartialPlan same(int aggregateOid, int arguments, SqlType type) {
        return new PartialPlan(List.of(new Column(aggregateOid, Argument.plain(arguments), type)));
    }

    /// One aggregate call on the shard. FILTER goes along unchanged.
    ///
    /// @param aggregateOid pg_proc.oid of the shard's aggregate
    /// @param arguments none for count(*)
    /// @param type of the result
    public record Column(int aggregateOid, List<Argument> arguments, SqlType type) {
        public Column {
            arguments = List.copyOf(arguments);
        }
    }

    /// An argument made of one of the original's.
    public record Argument(int index, Form form) {
        static List<Argument> plain(int count) {
            return java.util.stream.IntStream.range(0, count)
                    .mapToObj(i -> new Argument(i, Form.AS_IS))
                    .toList();
        }
    }

    /// What is done to an original argument before the shard aggregates it.
    public enum Form {
        AS_IS,
        AS_NUMERIC,
        AS_FLOAT8,
        /// `x::numeric * x::numeric`
        SQUARE_AS_NUMERIC,
        /// `x::float8 * x::float8`
        SQUARE_AS_FLOAT8
    }
}
