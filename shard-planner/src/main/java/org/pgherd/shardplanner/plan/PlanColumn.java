package org.pgherd.shardplanner.plan;

import org.pgherd.semantics.type.SqlType;

/// One column of a node's output; the type carries modifier and collation.
public record PlanColumn(String name, SqlType type) {}
