package org.pgherd.executor.operator;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.expression.Evaluator;
import org.pgherd.executor.expression.RowFrame;

/// The values of LIMIT and OFFSET (nodeLimit.c:recompute_limits).
record LimitCounts(@Nullable Evaluator count, @Nullable Evaluator offset) {
    /// How many rows are passed; Long.MAX_VALUE for all.
    long count(RowFrame frame) {
        Object value = count == null ? null : count.evaluate(frame);
        if (value == null) {
            return Long.MAX_VALUE;
        }
        long rows = (Long) value;
        if (rows < 0) {
            throw new SqlException(SqlState.INVALID_ROW_COUNT_IN_LIMIT_CLAUSE, "LIMIT must not be negative");
        }
        return rows;
    }

    long offset(RowFrame frame) {
        Object value = offset == null ? null : offset.evaluate(frame);
        if (value == null) {
            return 0;
        }
        long rows = (Long) value;
        if (rows < 0) {
            throw new SqlException(SqlState.INVALID_ROW_COUNT_IN_RESULT_OFFSET_CLAUSE, "OFFSET must not be negative");
        }
        return rows;
    }
}
