/// Runs plans: from [org.pgherd.shardplanner.plan.PlannedStatement] to rows. Begin with [PlanExecutor].
/// Connections are in `shard`, transactions in `transaction`, expressions in `expression`, plan nodes in
/// `operator`.
@NullMarked
package org.pgherd.executor;

import org.jspecify.annotations.NullMarked;
