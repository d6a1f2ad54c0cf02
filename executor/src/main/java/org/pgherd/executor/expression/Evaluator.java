package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;

/// A runnable expression. Holds no state of an execution: one serves many at once.
@FunctionalInterface
public interface Evaluator {
    /// The value for the frame's row, boxed as the carrier of the expression's type; null is NULL.
    @Nullable
    Object evaluate(RowFrame frame);

    /// The value of a condition: NULL counts as false.
    default boolean isTrue(RowFrame frame) {
        return Boolean.TRUE.equals(evaluate(frame));
    }
}
