package org.pgherd.semantics.function.floating;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The errors of floating-point functions (float.c:float_overflow_error and its kin).
public final class FloatRange {
    private FloatRange() {}

    public static SqlException overflow() {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value out of range: overflow");
    }

    public static SqlException underflow() {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value out of range: underflow");
    }

    public static SqlException divisionByZero() {
        return new SqlException(SqlState.DIVISION_BY_ZERO, "division by zero");
    }

    static SqlException inputOutOfRange() {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "input is out of range");
    }

    /// Passes a result that is finite, or infinite because an argument was.
    static double checkOverflow(double result, double argument) {
        if (Double.isInfinite(result) && !Double.isInfinite(argument)) {
            throw overflow();
        }
        return result;
    }
}
