package org.pgherd.semantics.catalog;

/// A row of pg_opclass.
public record OpclassRow(
        int oid, String method, String name, int family, int inputType, boolean isDefault, int keyType) {}
