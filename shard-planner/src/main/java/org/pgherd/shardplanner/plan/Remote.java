package org.pgherd.shardplanner.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;

/// Sends one SQL statement to the shards of `routing` and yields their rows: merge-sorted by `mergeOrder` if it
/// is not empty (each shard's rows come sorted so), else concatenated in any order.
///
/// @param sql with `$1`.. for `parameters`; each `$n` stands in a cast, so that its type is known to the shard
/// @param parameters constant expressions, EXTERN and EXEC parameters; evaluated once, when the node starts
/// @param writes whether the statement modifies rows: then the number of rows processed is the sum of the shards'
///     command tags (of one shard if `replicated`), and the shards count as written
/// @param replicated whether it writes the same rows on every shard (a reference table): rows and counts of the
///     first shard only are passed on
/// @param reader the role with whose rights the shards run it, as views' owners; null for the session's
/// @param rows estimated rows of all shards together, negative if unknown
/// @param shardColumn whether the number of the shard is appended to each row as a last column of type int4
public record Remote(
        List<PlanColumn> output,
        String sql,
        List<Expr> parameters,
        Routing routing,
        List<SortKey> mergeOrder,
        boolean writes,
        boolean replicated,
        boolean shardColumn,
        Why why,
        @Nullable String reader,
        double rows)
        implements PlanNode {
    /// Run as the session's role; nobody knows how many rows it yields.
    public Remote(
            List<PlanColumn> output,
            String sql,
            List<Expr> parameters,
            Routing routing,
            List<SortKey> mergeOrder,
            boolean writes,
            boolean replicated,
            boolean shardColumn,
            Why why) {
        this(output, sql, parameters, routing, mergeOrder, writes, replicated, shardColumn, why, null, -1);
    }

    public Remote {
        output = List.copyOf(output);
        parameters = List.copyOf(parameters);
        mergeOrder = List.copyOf(mergeOrder);
    }

    /// With another statement for the same rows.
    public Remote withSql(String changed, List<Expr> changedParameters) {
        return new Remote(
                output,
                changed,
                changedParameters,
                routing,
                mergeOrder,
                writes,
                replicated,
                shardColumn,
                why,
                reader,
                rows);
    }

    public Remote withRouting(Routing changed) {
        return new Remote(
                output, sql, parameters, changed, mergeOrder, writes, replicated, shardColumn, why, reader, rows);
    }

    public Remote withRows(double estimated) {
        return new Remote(
                output, sql, parameters, routing, mergeOrder, writes, replicated, shardColumn, why, reader, estimated);
    }

    @Override
    public List<PlanNode> children() {
        return List.of();
    }
}
