package org.pgherd.semantics.datetime;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.TimeTz;

/// The ranges that receive functions hold binary dates and times to (date_recv, time_recv, timetz_recv,
/// timestamp_recv).
public final class DateTimeRange {
    /// Seconds; offsets are smaller.
    private static final int DISPLACEMENT_LIMIT = 16 * 3600;

    private DateTimeRange() {}

    public static int checkedDate(int date) {
        if (date != Integer.MAX_VALUE && date != Integer.MIN_VALUE && !Calendar.isValidDate(date)) {
            throw new SqlException(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "date out of range");
        }
        return date;
    }

    public static long checkedTime(long time) {
        if (time < 0 || time > Calendar.MICROS_PER_DAY) {
            throw new SqlException(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "time out of range");
        }
        return time;
    }

    public static TimeTz checked(TimeTz time) {
        checkedTime(time.micros());
        if (time.zone() <= -DISPLACEMENT_LIMIT || time.zone() >= DISPLACEMENT_LIMIT) {
            throw new SqlException(
                    SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE, "time zone displacement out of range");
        }
        return time;
    }

    public static long checkedTimestamp(long timestamp) {
        if (timestamp != Long.MAX_VALUE && timestamp != Long.MIN_VALUE && !Calendar.isValidTimestamp(timestamp)) {
            throw new SqlException(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "timestamp out of range");
        }
        return timestamp;
    }
}
