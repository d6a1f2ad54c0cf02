package org.pgherd.analyzer.catalog;

/// A row of pg_sequence.
///
/// @param ownedBy oid of the table whose column owns it, or 0
/// @param ownedColumn that column's number
/// @param identity whether the column is an identity column
public record Sequence(
        int oid,
        int typeOid,
        long start,
        long increment,
        long maximum,
        long minimum,
        long cache,
        boolean cycle,
        int ownedBy,
        int ownedColumn,
        boolean identity) {}
