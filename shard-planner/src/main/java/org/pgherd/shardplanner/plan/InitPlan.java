package org.pgherd.shardplanner.plan;

/// An uncorrelated subquery whose result becomes an EXEC parameter. It runs when the parameter is first read, at
/// most
/// once per execution of the statement.
///
/// @param value EXPR: the single value (NULL without a row, error 21000 with two); EXISTS: boolean; ARRAY: the
///     array of
///     the first column
/// @param parameter number of the EXEC parameter
/// @param type of the parameter
public record InitPlan(SubPlanExpr.Kind value, int parameter, org.pgherd.semantics.type.SqlType type, PlanNode plan) {}
