package org.pgherd.semantics.catalog;

/// A row of pg_operator.
///
/// @param kind b infix, l prefix
/// @param left 0 for a prefix operator
/// @param functionOid oprcode
public record OperatorRow(
        int oid,
        String name,
        String schema,
        char kind,
        boolean canMerge,
        boolean canHash,
        int left,
        int right,
        int result,
        int commutator,
        int negator,
        int functionOid,
        int restrictOid,
        int joinOid) {}
