package org.pgherd.analyzer.query;

/// A leaf (the subquery of a range table entry) or an inner node of UNION, INTERSECT, EXCEPT.
public sealed interface SetOperationTree permits SetOperationStmt, RangeTblRef {}
