package org.pgherd.shardplanner.plan;

import org.pgherd.semantics.type.SqlType;

/// A column whose values are compared for equality (grouping, DISTINCT, set operations); NULLs are equal here.
///
/// @param column 1-based position in the child's output
/// @param equality oid of the equality operator
/// @param collation oid, 0 if the type has none
public record GroupKey(int column, SqlType type, int equality, int collation) {}
