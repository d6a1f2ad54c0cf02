package org.pgherd.executor.operator;

import java.util.List;
import org.pgherd.executor.expression.BatchExpression;
import org.pgherd.executor.spill.BatchForm;
import org.pgherd.shardplanner.plan.PlanColumn;

/// One input of a hash join.
///
/// @param keys over its batches
/// @param keepsNullKeys whether rows with a NULL in the key come out of the join all the same
record JoinSide(List<PlanColumn> columns, BatchExpression[] keys, boolean keepsNullKeys, BatchForm form) {}
