package org.pgherd.shardplanner.plan;

import java.util.List;

/// Groups the child's rows. The output is: the keys, then the calls, then the GROUPING() values (int4).
/// Without keys and grouping sets there is exactly one row, even over no input.
///
/// Partial aggregation needs no mode here: the shards compute ordinary aggregates and this node ordinary ones over
/// them (a count is combined by sum, an average is a division of sums in a Project above).
///
/// @param strategy SORTED promises that the child comes sorted by the keys; not with grouping sets
/// @param groupingSets each a list of 0-based indexes into `keys`; empty: one set of all the keys. A key outside of
///     the current set is NULL in the output. An empty set yields one row even over no input.
/// @param groupings the arguments of each GROUPING(...) as 0-based indexes into `keys`
public record Aggregate(
        PlanNode child,
        Strategy strategy,
        List<GroupKey> keys,
        List<AggregateCall> calls,
        List<List<Integer>> groupingSets,
        List<List<Integer>> groupings,
        List<PlanColumn> output)
        implements PlanNode {
    public enum Strategy {
        PLAIN,
        HASH,
        SORTED
    }

    public Aggregate {
        keys = List.copyOf(keys);
        calls = List.copyOf(calls);
        groupingSets = List.copyOf(groupingSets);
        groupings = List.copyOf(groupings);
        output = List.copyOf(output);
        if (output.size() != keys.size() + calls.size() + groupings.size()) {
            throw new AssertionError("Aggregate: output does not match keys, calls and groupings");
        }
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
