package org.pgherd.analyzer.query;

/// A node of the join tree.
public sealed interface FromItem permits RangeTblRef, JoinExpr, FromExpr {}
