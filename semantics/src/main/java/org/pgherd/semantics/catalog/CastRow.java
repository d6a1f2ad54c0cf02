package org.pgherd.semantics.catalog;

/// A row of pg_cast.
///
/// @param functionOid 0 if the method is not `f`
/// @param context e explicit, a assignment, i implicit
/// @param method f function, i by input and output functions, b binary-coercible
public record CastRow(int oid, int source, int target, int functionOid, char context, char method) {}
