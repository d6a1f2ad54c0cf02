package org.pgherd.semantics.function.datetime;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.TimeTz;

/// Casts between dates, times, timestamps and intervals (date.c, timestamp.c).
public final class DateTimeConversions {
    /// The first date too late for a timestamp.
    static final int TIMESTAMP_END_DATE = 109203528 - Calendar.J2000;

    private DateTimeConversions() {}

    @PgFunction(oid = 2024)
    public static long date_timestamp(int date) {
        if (Zones.isInfinite(date)) {
            return date < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        if (date >= TIMESTAMP_END_DATE) {
            throw DateTimeErrors.outOfRange("date out of range for timestamp");
        }
        return date * Calendar.MICROS_PER_DAY;
    }

    @PgFunction(oid = 1174)
    public static long date_timestamptz(FunctionContext context, int date) {
        long local = date_timestamp(date);
        if (Zones.isInfinite(local)) {
            return local;
        }
        long instant = Zones.toInstant(local, context.timeZone());
        if (!Calendar.isValidTimestamp(instant)) {
            throw DateTimeErrors.outOfRange("date out of range for timestamp");
        }
        return instant;
    }

    @PgFunction(oid = 2028)
    public static long timestamp_timestamptz(FunctionContext context, long timestamp) {
        return Zones.isInfinite(timestamp)
                ? timestamp
                : Zones.checkTimestamp(Zones.toInstant(timestamp, context.timeZone()));
    }

    @PgFunction(oid = 2027)
    public static long timestamptz_timestamp(FunctionContext context, long timestamp) {
        return Zones.isInfinite(timestamp)
                ? timestamp
                : Zones.checkTimestamp(Zones.toLocal(timestamp, context.timeZone()));
    }

    @PgFunction(oid = 2029)
    public static int timestamp_date(long timestamp) {
        if (Zones.isInfinite(timestamp)) {
            return timestamp < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return (int) Math.floorDiv(timestamp, Calendar.MICROS_PER_DAY);
    }

    @PgFunction(oid = 1178)
    public static int timestamptz_date(FunctionContext context, long timestamp) {
        return Zones.isInfinite(timestamp)
                ? timestamp_date(timestamp)
                : timestamp_date(Zones.toLocal(timestamp, context.timeZone()));
    }

    @PgFunction(oid = 1316)
    public static @Nullable Long timestamp_time(long timestamp) {
        return Zones.isInfinite(timestamp) ? null : (Long) Math.floorMod(timestamp, Calendar.MICROS_PER_DAY);
    }

    @PgFunction(oid = 2019)
    public static @Nullable Long timestamptz_time(FunctionContext context, long timestamp) {
        return Zones.isInfinite(timestamp) ? null : timestamp_time(Zones.toLocal(timestamp, context.timeZone()));
    }

    @PgFunction(oid = 1388)
    public static @Nullable TimeTz timestamptz_timetz(FunctionContext context, long timestamp) {
        if (Zones.isInfinite(timestamp)) {
            return null;
        }
        int offset = context.timeZone().offsetAt(timestamp);
        return new TimeTz(
                Math.floorMod(timestamp + offset * Calendar.MICROS_PER_SECOND, Calendar.MICROS_PER_DAY), -offset);
    }

    @PgFunction(oid = 2046)
    public static long timetz_time(TimeTz time) {
        return time.micros();
    }

    @PgFunction(oid = 2047)
    public static TimeTz time_timetz(FunctionContext context, long time) {
        PgTimeZone zone = context.timeZone();
        DateTimeParts parts = DateTimeParts.ofTimestamp(Zones.toLocal(context.transactionTimestamp(), zone));
        parts.setTime(time);
        return new TimeTz(time, -zone.offsetOfLocal(parts));
    }

    @PgFunction(oid = 1370)
    public static Interval time_interval(long time) {
        return new Interval(0, 0, time);
    }

    @PgFunction(oid = 1419)
    public static long interval_time(Interval interval) {
        if (interval.isInfinite()) {
            throw DateTimeErrors.outOfRange("cannot convert infinite interval to time");
        }
        return Math.floorMod(interval.micros(), Calendar.MICROS_PER_DAY);
    }

    @PgFunction(oid = {1272, 2025})
    public static long datetime_timestamp(int date, long time) {
        long timestamp = date_timestamp(date);
        return Zones.isInfinite(timestamp) ? timestamp : Zones.checkTimestamp(timestamp + time);
    }

    @PgFunction(oid = 1296)
    public static long timedate_pl(long time, int date) {
        return datetime_timestamp(date, time);
    }

    @PgFunction(oid = 1176)
    public static long dateTimeToInstant(FunctionContext context, int date, long time) {
        return timestamp_timestamptz(context, datetime_timestamp(date, time));
    }

    @PgFunction(oid = {1297, 1359})
    public static long datetimetz_timestamptz(int date, TimeTz time) {
        if (Zones.isInfinite(date)) {
            return date < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        if (date >= TIMESTAMP_END_DATE) {
            throw DateTimeErrors.outOfRange("date out of range for timestamp");
        }
        return Zones.checkTimestamp(
                date * Calendar.MICROS_PER_DAY + time.micros() + time.zone() * Calendar.MICROS_PER_SECOND);
    }

    @PgFunction(oid = 1298)
    public static long timetzdate_pl(TimeTz time, int date) {
        return datetimetz_timestamptz(date, time);
    }

    @PgFunction(oid = 1373)
    public static boolean date_finite(int date) {
        return !Zones.isInfinite(date);
    }

    @PgFunction(oid = {1389, 2048})
    public static boolean timestamp_finite(long timestamp) {
        return !Zones.isInfinite(timestamp);
    }

    @PgFunction(oid = 1390)
    public static boolean interval_finite(Interval interval) {
        return !interval.isInfinite();
    }
}
