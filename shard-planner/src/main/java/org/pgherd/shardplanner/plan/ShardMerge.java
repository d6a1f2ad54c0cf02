package org.pgherd.shardplanner.plan;

import java.util.ArrayList;
import java.util.List;

/// Writes rows that the child has joined with the target's, each as its action says: `actionColumn` (int4, 1-based
/// position) holds the 1-based number of the branch, 0 for none. Branches that update or delete find the target's row
/// by shard and `identity` (ctid and tableoid), in a reference table on every shard by its key.
///
/// With a suffix the node yields a row for each written one: the child's columns, then those of RETURNING (over `t`).
///
/// @param identity columns of the target and where in the child their values stand; the first is NULL if no row was
/// found
/// @param once MERGE: a row of the target may be written once, a second time is an error; else later ones are left out
/// @param exact each row that was found must be written: one that is gone was changed by somebody else meanwhile
/// @param suffix `RETURNING t.a, ..` or empty
/// @param returned what the suffix yields
public record ShardMerge(
        PlanNode child,
        WriteTarget target,
        int actionColumn,
        int shardColumn,
        List<WriteColumn> identity,
        List<MergeBranch> branches,
        boolean once,
        boolean exact,
        String suffix,
        List<PlanColumn> returned,
        Why why)
        implements PlanNode {
    public ShardMerge {
        identity = List.copyOf(identity);
        branches = List.copyOf(branches);
        returned = List.copyOf(returned);
    }

    @Override
    public List<PlanColumn> output() {
        if (suffix.isEmpty()) {
            return List.of();
        }
        List<PlanColumn> all = new ArrayList<>(child.output());
        all.addAll(returned);
        return all;
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
