package org.pgherd.analyzer.catalog;

import java.util.List;

/// A unique index or the constraint over one; an exclusion constraint is here too, as not `unique`.
/// @param oid of the constraint, 0 for a plain unique index
/// @param columns attribute numbers, 0 for an expression and for what an exclusion constraint compares by another
///     operator than equality
/// @param partial whether it has a predicate
public record KeyConstraint(
        int oid,
        String name,
        boolean primary,
        boolean unique,
        List<Integer> columns,
        int index,
        boolean nullsNotDistinct,
        boolean deferrable,
        boolean partial,
        List<String> expressions) {
    public KeyConstraint {
        columns = List.copyOf(columns);
        expressions = List.copyOf(expressions);
    }
}
