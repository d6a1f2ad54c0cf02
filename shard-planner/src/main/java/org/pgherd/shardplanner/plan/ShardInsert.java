package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// Inserts the child's rows, each on the shard that owns its key (sharded), on every shard (reference) or on the
/// one
/// shard (single). The statement of a batch is
/// `INSERT INTO target (columns) prefix VALUES ($k::type, ...), ... suffix`; COPY may be used instead if
/// `copyAllowed`. Without `output` the node yields no rows, only the count.
///
/// @param keyColumn index (0-based) into `columns` of the shard key; -1 if the table is not sharded. A NULL key
///     hashes to 0 (as in hash partitioning), so that a row with one has a home
/// @param prefix OVERRIDING clause or empty
/// @param suffix ON CONFLICT and RETURNING clauses, or empty; its parameters are `$1`..`$n` of
///     `suffixParameters`, the
///     row values follow after them
public record ShardInsert(
        PlanNode child,
        WriteTarget target,
        List<WriteColumn> columns,
        int keyColumn,
        String prefix,
        String suffix,
        List<Expr> suffixParameters,
        boolean copyAllowed,
        List<PlanColumn> output,
        Why why)
        implements PlanNode {
    public ShardInsert {
        columns = List.copyOf(columns);
        suffixParameters = List.copyOf(suffixParameters);
        output = List.copyOf(output);
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
