package org.pgherd.shardplanner.plan;

import java.util.List;

/// Updates rows that the child found (and locked) on the shards: per shard and batch
/// `UPDATE target AS t SET c = v.c, ... FROM unnest($1::tid[], $2::type[]...) AS v(...) WHERE t.ctid = v.ctid
/// suffix`.
/// The child yields the number of the shard (int4), the row's ctid (tid) and, in a partitioned table, its tableoid.
/// A row found twice is updated once (the first).
///
/// @param move when the shard key may change: the whole new row, by which a row whose new key lives elsewhere is
///     deleted here and inserted there; empty if the key is not assigned
/// @param moveKey index (0-based) into `move` of the shard key; -1 without move
/// @param family the tables that rows which move may be in, if others than the target inherit from it; else empty
/// @param suffix RETURNING clause (over `t`) or empty
public record ShardUpdate(
        PlanNode child,
        WriteTarget target,
        int shardColumn,
        int ctidColumn,
        int tableoidColumn,
        List<WriteColumn> columns,
        List<WriteColumn> move,
        int moveKey,
        List<MovedTable> family,
        String suffix,
        List<PlanColumn> output,
        Why why)
        implements PlanNode {
    public ShardUpdate {
        columns = List.copyOf(columns);
        move = List.copyOf(move);
        family = List.copyOf(family);
        output = List.copyOf(output);
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
