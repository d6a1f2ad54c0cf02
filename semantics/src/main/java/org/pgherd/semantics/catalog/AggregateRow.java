package org.pgherd.semantics.catalog;

import org.jspecify.annotations.Nullable;

/// A row of pg_aggregate.
///
/// @param kind n normal, o ordered-set, h hypothetical-set
/// @param transTypeOid may be polymorphic or internal
public record AggregateRow(
        int functionOid,
        char kind,
        int directArgs,
        int transitionOid,
        int finalOid,
        int combineOid,
        int serialOid,
        int deserialOid,
        int movingTransitionOid,
        int movingInverseOid,
        int sortOperatorOid,
        int transTypeOid,
        char finalModify,
        @Nullable String initialValue) {}
