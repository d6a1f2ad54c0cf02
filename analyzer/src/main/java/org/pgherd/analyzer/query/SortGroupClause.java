package org.pgherd.analyzer.query;

/// One item of ORDER BY, GROUP BY, DISTINCT or PARTITION BY.
/// @param sortOp the `<` or `>` operator that orders it, 0 if the type can only be hashed
/// @param reverseSort whether `sortOp` is a `>`
public record SortGroupClause(
        int tleSortGroupRef, int eqOp, int sortOp, boolean reverseSort, boolean nullsFirst, boolean hashable) {}
