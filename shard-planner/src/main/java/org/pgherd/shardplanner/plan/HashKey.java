package org.pgherd.shardplanner.plan;

import org.pgherd.analyzer.query.Expr;

/// One equality of a hash join.
///
/// @param outer over Vars of the outer child
/// @param inner over Vars of the inner child
/// @param operator oid of the equality operator `outer operator inner`; its two types may differ (int4 = int8)
/// @param collation oid of the comparison's collation, 0 if none
public record HashKey(Expr outer, Expr inner, int operator, int collation) {}
