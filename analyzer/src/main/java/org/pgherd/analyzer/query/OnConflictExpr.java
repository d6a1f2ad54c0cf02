package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// ON CONFLICT of INSERT.
///
/// @param arbiterElems the index columns named; empty without a conflict target
/// @param constraint oid of the constraint named by ON CONSTRAINT, or 0
/// @param set DO UPDATE's assignments
/// @param excludedRelIndex range table index of the row proposed for insertion
public record OnConflictExpr(
        Action action,
        List<InferenceElem> arbiterElems,
        @Nullable Expr arbiterWhere,
        int constraint,
        List<TargetEntry> set,
        @Nullable Expr where,
        int excludedRelIndex) {
    public OnConflictExpr {
        arbiterElems = List.copyOf(arbiterElems);
        set = List.copyOf(set);
    }
    /// What happens on a conflict.
    public enum Action {
        NOTHING,
        UPDATE
    }
}
