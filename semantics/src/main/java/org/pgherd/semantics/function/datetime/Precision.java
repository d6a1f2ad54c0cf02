package org.pgherd.semantics.function.datetime;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.TimeTz;

/// Rounding times and timestamps to the digits after the second that a type modifier gives.
public final class Precision {
    private static final int MAX = 6;
    private static final long[] SCALES = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

    private Precision() {}

    private static long round(long micros, int digits) {
        if (digits < 0 || digits >= MAX) {
            return micros;
        }
        long scale = SCALES[digits];
        return micros >= 0 ? (micros + scale / 2) / scale * scale : -((-micros + scale / 2) / scale * scale);
    }

    @PgFunction(oid = 1968)
    public static long time_scale(long time, int digits) {
        return round(time, digits);
    }

    @PgFunction(oid = 1969)
    public static TimeTz timetz_scale(TimeTz time, int digits) {
        return new TimeTz(round(time.micros(), digits), time.zone());
    }

    @PgFunction(oid = 1961)
    public static long timestamp_scale(long timestamp, int digits) {
        if (Zones.isInfinite(timestamp)) {
            return timestamp;
        }
        if (digits != -1 && (digits < 0 || digits > MAX)) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE, "timestamp(" + digits + ") precision must be between 0 and 6");
        }
        return round(timestamp, digits);
    }

    @PgFunction(oid = 1967)
    public static long timestamptz_scale(long timestamp, int digits) {
        return timestamp_scale(timestamp, digits);
    }
}
