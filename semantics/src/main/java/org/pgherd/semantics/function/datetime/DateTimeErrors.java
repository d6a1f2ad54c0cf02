package org.pgherd.semantics.function.datetime;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Errors that many date and time functions raise.
final class DateTimeErrors {
    private DateTimeErrors() {}

    static SqlException timestampOutOfRange() {
        return outOfRange("timestamp out of range");
    }

    static SqlException dateOutOfRange() {
        return outOfRange("date out of range");
    }

    static SqlException intervalOutOfRange() {
        return outOfRange("interval out of range");
    }

    static SqlException outOfRange(String message) {
        return new SqlException(SqlState.DATETIME_VALUE_OUT_OF_RANGE, message);
    }

    static SqlException fieldOverflow(String message) {
        return new SqlException(SqlState.DATETIME_FIELD_OVERFLOW, message);
    }
}
