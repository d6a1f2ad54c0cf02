package org.pgherd.analyzer.query;

import org.jspecify.annotations.Nullable;

/// What ON EMPTY or ON ERROR gives instead.
///
/// @param expr the value, null of ERROR
/// @param coerce whether the value becomes the result's type as a JSON value would, when it is needed
public record JsonBehavior(Kind kind, @Nullable Expr expr, boolean coerce) {
    /// JsonBehaviorType, with the words that SQL has for it.
    public enum Kind {
        NULL,
        ERROR,
        EMPTY,
        TRUE,
        FALSE,
        UNKNOWN,
        EMPTY_ARRAY,
        EMPTY_OBJECT,
        DEFAULT;

        public String sql() {
            return name().replace('_', ' ');
        }
    }

    JsonBehavior withExpr(@Nullable Expr other) {
        return new JsonBehavior(kind, other, coerce);
    }
}
