package org.pgherd.analyzer.rewrite;

import org.pgherd.analyzer.catalog.Policy;
import org.pgherd.analyzer.catalog.Relation;

/// Which policies the shards can be left to apply.
@FunctionalInterface
public interface ShardPolicies {
    /// For where there is but one server.
    ShardPolicies ALL = (_, _) -> true;

    /// Whether a shard has all rows that the policy reads, besides that of the table which it decides on.
    boolean apply(Relation table, Policy policy);
}
