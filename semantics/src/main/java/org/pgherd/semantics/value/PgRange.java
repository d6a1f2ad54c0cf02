package org.pgherd.semantics.value;

import org.jspecify.annotations.Nullable;

/// A range. Ranges over discrete types are in canonical form: `[lower, upper)`.
///
/// @param typeOid the range type
/// @param lower boxed; null for no bound
/// @param upper boxed; null for no bound
public record PgRange(
        int typeOid,
        boolean empty,
        @Nullable Object lower,
        boolean lowerInclusive,
        @Nullable Object upper,
        boolean upperInclusive) {
    public PgRange {
        assert !empty || lower == null && upper == null && !lowerInclusive && !upperInclusive;
        assert !(lower == null && lowerInclusive) && !(upper == null && upperInclusive);
    }

    public static PgRange empty(int typeOid) {
        return new PgRange(typeOid, true, null, false, null, false);
    }
}
