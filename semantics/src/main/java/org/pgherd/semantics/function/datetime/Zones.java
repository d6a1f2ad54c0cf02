package org.pgherd.semantics.function.datetime;

import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.datetime.PgTimeZone;

/// Local timestamps to instants and back, through a time zone. Infinite ones must not get here.
final class Zones {
    private Zones() {}

    /// Not checked for range.
    static long toInstant(long local, PgTimeZone zone) {
        return local - zone.offsetOfLocal(DateTimeParts.ofTimestamp(local)) * Calendar.MICROS_PER_SECOND;
    }

    /// As the zone's clocks show it; not checked for range.
    static long toLocal(long instant, PgTimeZone zone) {
        return instant + zone.offsetAt(instant) * Calendar.MICROS_PER_SECOND;
    }

    static boolean isInfinite(long timestamp) {
        return timestamp == Long.MIN_VALUE || timestamp == Long.MAX_VALUE;
    }

    static boolean isInfinite(int date) {
        return date == Integer.MIN_VALUE || date == Integer.MAX_VALUE;
    }

    static long checkTimestamp(long timestamp) {
        if (!Calendar.isValidTimestamp(timestamp)) {
            throw DateTimeErrors.timestampOutOfRange();
        }
        return timestamp;
    }
}
