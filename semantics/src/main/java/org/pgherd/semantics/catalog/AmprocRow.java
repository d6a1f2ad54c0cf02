package org.pgherd.semantics.catalog;

/// A row of pg_amproc.
public record AmprocRow(int family, int left, int right, int number, int functionOid) {}
