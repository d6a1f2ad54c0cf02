package org.pgherd.semantics.catalog;

/// A row of pg_collation.
///
/// @param provider d default, b builtin, c libc, i ICU
/// @param locale of ICU and builtin ones
public record CollationRow(
        int oid,
        String name,
        String schema,
        char provider,
        boolean deterministic,
        String collate,
        String ctype,
        String locale) {}
