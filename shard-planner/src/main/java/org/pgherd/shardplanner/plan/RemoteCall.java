package org.pgherd.shardplanner.plan;

import java.util.List;

/// Forwards a statement that is not planned (DDL, utility) as it stands.
///
/// @param replicated whether all shards answer the same: rows and tag of the first one are passed on
public record RemoteCall(List<PlanColumn> output, String sql, Routing routing, boolean replicated) implements PlanNode {
    public RemoteCall {
        output = List.copyOf(output);
    }

    @Override
    public List<PlanNode> children() {
        return List.of();
    }
}
