package org.pgherd.shardplanner.plan;

/// One common table expression that is materialised on the coordinator.
///
/// @param id unique in the statement
/// @param writes whether it modifies data: then it runs exactly once and to its end
public record CteDefinition(int id, String name, PlanNode plan, boolean writes) {}
