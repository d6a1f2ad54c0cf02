package org.pgherd.shardplanner.plan;

import java.util.List;

/// Passes the child's rows on and, when all are read, sets EXEC parameter `parameter` to an array of the distinct
/// values of one column (NULLs left out). The parameter is NULL before that, and stays so if there are more than
/// `limit` values.
///
/// It stands on the inner side of a hash join whose outer side has the parameter in a shard's statement: shards then
/// send only rows that can have a partner. A reader must take the NULL for "no limit", so that nothing depends on the
/// order in which the join's sides are read.
///
/// @param column 1-based position in the child's output
/// @param elementType oid of the values' type
public record CollectKeys(PlanNode child, int column, int elementType, int parameter, int limit) implements PlanNode {
    @Override
    public List<PlanColumn> output() {
        return child.output();
    }

    @Override
    public List<PlanNode> children() {
        return List.of(child);
    }
}
