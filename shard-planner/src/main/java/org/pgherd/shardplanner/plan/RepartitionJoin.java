package org.pgherd.shardplanner.plan;

import java.util.List;

/// Joins on the shards what does not lie together there: the rows of both children are dealt out by the hash of the
/// key into temporary tables, which each shard joins by itself.
///
/// The temporary tables are `pg_temp.repartition_outer` with columns `o1`.. and `pg_temp.repartition_inner` with
/// columns
/// `i1`..; they live in connections of their own, since a transaction that has seen temporary tables cannot be
/// prepared.
///
/// @param keys pairs that must be equal; rows with NULL in one have no partner and may go anywhere
/// @param outerTypes column definitions' types, COLLATE included
/// @param sql the join over both tables
/// @param rows estimated rows of the result, negative if unknown
public record RepartitionJoin(
        JoinKind kind,
        PlanNode outer,
        PlanNode inner,
        List<HashKey> keys,
        List<String> outerTypes,
        List<String> innerTypes,
        String sql,
        double rows,
        Why why)
        implements PlanNode {
    public static final String OUTER_TABLE = "pg_temp.repartition_outer";
    public static final String INNER_TABLE = "pg_temp.repartition_inner";

    public RepartitionJoin {
        keys = List.copyOf(keys);
        outerTypes = List.copyOf(outerTypes);
        innerTypes = List.copyOf(innerTypes);
    }

    @Override
    public List<PlanColumn> output() {
        return HashJoin.columns(kind, outer, inner);
    }

    @Override
    public List<PlanNode> children() {
        return List.of(outer, inner);
    }
}
