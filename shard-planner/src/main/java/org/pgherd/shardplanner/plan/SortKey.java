package org.pgherd.shardplanner.plan;

import org.pgherd.semantics.type.SqlType;

/// One key of a sort or merge.
///
/// @param column 1-based position in the child's output
/// @param operator oid of the `<` or `>` operator, as PostgreSQL's sortop
/// @param equality oid of the equality operator of the same operator family
/// @param descending whether `operator` is the family's `>`
/// @param collation oid, 0 if the type has none
public record SortKey(
        int column, SqlType type, int operator, int equality, boolean descending, boolean nullsFirst, int collation) {}
