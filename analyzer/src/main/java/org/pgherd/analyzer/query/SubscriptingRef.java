package org.pgherd.analyzer.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// Subscripts over an array, jsonb or another subscriptable value.
///
/// @param container type of `refExpr` (a domain looked through)
/// @param elementType oid of what one full subscript yields
/// @param upper upper bounds, or the subscripts themselves; null where a slice leaves it out
/// @param lower lower bounds of a slice, empty when it is no slice; null where left out
/// @param assigned the new value when this is the source of an assignment
public record SubscriptingRef(
        int container,
        int elementType,
        List<@Nullable Expr> upper,
        List<@Nullable Expr> lower,
        Expr refExpr,
        @Nullable Expr assigned,
        SqlType type,
        Position at)
        implements Expr {
    public SubscriptingRef {
        upper = Collections.unmodifiableList(new ArrayList<>(upper));
        lower = Collections.unmodifiableList(new ArrayList<>(lower));
    }

    public boolean isSlice() {
        return !lower.isEmpty();
    }
}
