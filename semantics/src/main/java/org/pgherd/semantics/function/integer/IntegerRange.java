package org.pgherd.semantics.function.integer;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The range checks of integers and the errors they raise.
public final class IntegerRange {
    private IntegerRange() {}

    public static int smallint(int value) {
        if (value != (short) value) {
            throw smallintOutOfRange();
        }
        return value;
    }

    public static int integer(long value) {
        if (value != (int) value) {
            throw integerOutOfRange();
        }
        return (int) value;
    }

    public static SqlException smallintOutOfRange() {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "smallint out of range");
    }

    public static SqlException integerOutOfRange() {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "integer out of range");
    }

    public static SqlException bigintOutOfRange() {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "bigint out of range");
    }

    public static SqlException divisionByZero() {
        return new SqlException(SqlState.DIVISION_BY_ZERO, "division by zero");
    }
}
