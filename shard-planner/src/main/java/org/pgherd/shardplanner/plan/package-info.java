/// The immutable plan tree: what the executor runs.
///
/// Begin at [PlannedStatement] and [PlanNode]. Expressions are the analyzer's [org.pgherd.analyzer.query.Expr]
/// after "setrefs" (PostgreSQL's setrefs.c): a Var's `varno` is `Var.OUTER` (the only or the left child) or
/// `Var.INNER` (the right child) and its `varattno` is the 1-based position in that child's [PlanNode#output()].
/// Parameters are EXTERN (of the statement) or EXEC (set by an enclosing node while it runs).
/// No execution state and no connections live here: one tree serves many executions at once.
@NullMarked
package org.pgherd.shardplanner.plan;

import org.jspecify.annotations.NullMarked;
