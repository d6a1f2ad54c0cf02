package org.pgherd.semantics.catalog;

/// A row of pg_amop.
///
/// @param purpose s search, o ordering
/// @param method name of the access method
public record AmopRow(
        int family, int left, int right, int strategy, char purpose, int operatorOid, String method, int sortFamily) {}
