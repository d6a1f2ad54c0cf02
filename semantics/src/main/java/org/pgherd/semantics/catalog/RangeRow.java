package org.pgherd.semantics.catalog;

/// A row of pg_range.
public record RangeRow(
        int rangeType,
        int subtype,
        int multirangeType,
        int collation,
        int opclass,
        int canonicalOid,
        int subtypeDifferenceOid) {}
