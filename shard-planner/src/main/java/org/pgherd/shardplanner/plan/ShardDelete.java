package org.pgherd.shardplanner.plan;

import java.util.List;

/// Deletes rows that the child found (and locked) on the shards: per shard and batch
/// `DELETE FROM target AS t USING unnest($1::tid[]) AS v(ctid) WHERE t.ctid = v.ctid suffix`.
/// Columns as in [ShardUpdate].
public record ShardDelete(
        PlanNode child,
        WriteTarget target,
        int shardColumn,
        int ctidColumn,
        int tableoidColumn,
        String suffix,
        List<PlanColumn> output,
        Why why)
        implements PlanNode {
    public ShardDelete {
        output = List.copyOf(output);
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
