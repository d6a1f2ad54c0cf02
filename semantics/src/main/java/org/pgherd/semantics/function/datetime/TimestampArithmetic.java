package org.pgherd.semantics.function.datetime;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Text;

/// Timestamps and intervals: sums, differences, age and bins (timestamp.c). Months and days of an interval move the
/// calendar of the zone, its time moves the instant.
public final class TimestampArithmetic {
    private TimestampArithmetic() {}

    @PgFunction(oid = 2032)
    public static long timestamp_pl_interval(long timestamp, Interval span) {
        return add(timestamp, span, null);
    }

    @PgFunction(oid = 2033)
    public static long timestamp_mi_interval(long timestamp, Interval span) {
        return add(timestamp, IntervalArithmetic.interval_um(span), null);
    }

    @PgFunction(oid = {1189, 6221})
    public static long timestamptz_pl_interval(FunctionContext context, long timestamp, Interval span) {
        return add(timestamp, span, context.timeZone());
    }

    @PgFunction(oid = {1190, 6223})
    public static long timestamptz_mi_interval(FunctionContext context, long timestamp, Interval span) {
        return add(timestamp, IntervalArithmetic.interval_um(span), context.timeZone());
    }

    @PgFunction(oid = 6222)
    public static long timestamptz_pl_interval_at_zone(
            FunctionContext context, long timestamp, Interval span, Text zone) {
        return add(timestamp, span, ZoneNames.lookup(context, zone).zone());
    }

    @PgFunction(oid = 6273)
    public static long timestamptz_mi_interval_at_zone(
            FunctionContext context, long timestamp, Interval span, Text zone) {
        PgTimeZone found = ZoneNames.lookup(context, zone).zone();
        return add(timestamp, IntervalArithmetic.interval_um(span), found);
    }

    @PgFunction(oid = 2548)
    public static long interval_pl_timestamp(Interval span, long timestamp) {
        return add(timestamp, span, null);
    }

    @PgFunction(oid = 2549)
    public static long interval_pl_timestamptz(FunctionContext context, Interval span, long timestamp) {
        return add(timestamp, span, context.timeZone());
    }

    @PgFunction(oid = 2071)
    public static long date_pl_interval(int date, Interval span) {
        return add(DateTimeConversions.date_timestamp(date), span, null);
    }

    @PgFunction(oid = 2072)
    public static long date_mi_interval(int date, Interval span) {
        return timestamp_mi_interval(DateTimeConversions.date_timestamp(date), span);
    }

    @PgFunction(oid = 2546)
    public static long interval_pl_date(Interval span, int date) {
        return date_pl_interval(date, span);
    }

    /// Of a local timestamp if there is no zone.
    static long add(long timestamp, Interval span, @Nullable PgTimeZone zone) {
        if (span.isInfinite()) {
            boolean positive = span.months() > 0;
            if (timestamp == (positive ? Long.MIN_VALUE : Long.MAX_VALUE)) {
                throw DateTimeErrors.timestampOutOfRange();
            }
            return positive ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        if (Zones.isInfinite(timestamp)) {
            return timestamp;
        }
        long result = timestamp;
        if (span.months() != 0) {
            DateTimeParts parts = parts(result, zone);
            long month = (long) parts.month + span.months();
            if (month != (int) month) {
                throw DateTimeErrors.timestampOutOfRange();
            }
            parts.year += (int) Math.floorDiv(month - 1, 12L);
            parts.month = (int) Math.floorMod(month - 1, 12L) + 1;
            parts.day = Math.min(parts.day, Calendar.daysInMonth(parts.year, parts.month));
            result = timestamp(parts, zone);
        }
        if (span.days() != 0) {
            DateTimeParts parts = parts(result, zone);
            long julian = (long) parts.julian() + span.days();
            if (julian != (int) julian || julian < 0) {
                throw DateTimeErrors.timestampOutOfRange();
            }
            parts.setDate((int) julian);
            result = timestamp(parts, zone);
        }
        long sum = result + span.micros();
        if (((result ^ sum) & (span.micros() ^ sum)) < 0) {
            throw DateTimeErrors.timestampOutOfRange();
        }
        return Zones.checkTimestamp(sum);
    }

    private static DateTimeParts parts(long timestamp, @Nullable PgTimeZone zone) {
        return zone == null ? DateTimeParts.ofTimestamp(timestamp) : DateTimeParts.ofTimestampTz(timestamp, zone);
    }

    private static long timestamp(DateTimeParts parts, @Nullable PgTimeZone zone) {
        long result;
        if (zone == null) {
            result = parts.toTimestamp();
        } else {
            parts.zone = -zone.offsetOfLocal(parts);
            result = parts.toTimestampTz();
        }
        return Zones.checkTimestamp(result);
    }

    @PgFunction(oid = {1188, 2031})
    public static Interval timestamp_mi(long a, long b) {
        Interval infinite = infiniteDifference(a, b);
        if (infinite != null) {
            return infinite;
        }
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) {
            throw DateTimeErrors.intervalOutOfRange();
        }
        return IntervalArithmetic.interval_justify_hours(new Interval(0, 0, difference));
    }

    private static @Nullable Interval infiniteDifference(long a, long b) {
        if (Zones.isInfinite(a)) {
            if (a == b) {
                throw DateTimeErrors.intervalOutOfRange();
            }
            return a > 0 ? Interval.INFINITY : Interval.MINUS_INFINITY;
        }
        if (Zones.isInfinite(b)) {
            return b > 0 ? Interval.MINUS_INFINITY : Interval.INFINITY;
        }
        return null;
    }

    @PgFunction(oid = 2058)
    public static Interval timestamp_age(long a, long b) {
        Interval infinite = infiniteDifference(a, b);
        return infinite != null ? infinite : age(a, b, DateTimeParts.ofTimestamp(a), DateTimeParts.ofTimestamp(b));
    }

    @PgFunction(oid = 1199)
    public static Interval timestamptz_age(FunctionContext context, long a, long b) {
        Interval infinite = infiniteDifference(a, b);
        PgTimeZone zone = context.timeZone();
        return infinite != null
                ? infinite
                : age(a, b, DateTimeParts.ofTimestampTz(a, zone), DateTimeParts.ofTimestampTz(b, zone));
    }

    @PgFunction(oid = 2059)
    public static Interval ageOfToday(FunctionContext context, long timestamp) {
        return timestamp_age(DateTimeConversions.date_timestamp(Clock.today(context)), timestamp);
    }

    @PgFunction(oid = 1386)
    public static Interval ageOfTodayTz(FunctionContext context, long timestamp) {
        return timestamptz_age(context, DateTimeConversions.date_timestamptz(context, Clock.today(context)), timestamp);
    }

    private static Interval age(long a, long b, DateTimeParts p, DateTimeParts q) {
        int sign = a < b ? -1 : 1;
        int micros = sign * (p.micros - q.micros);
        int second = sign * (p.second - q.second);
        int minute = sign * (p.minute - q.minute);
        int hour = sign * (p.hour - q.hour);
        int day = sign * (p.day - q.day);
        int month = sign * (p.month - q.month);
        int year = sign * (p.year - q.year);
        while (micros < 0) {
            micros += 1_000_000;
            second--;
        }
        while (second < 0) {
            second += 60;
            minute--;
        }
        while (minute < 0) {
            minute += 60;
            hour--;
        }
        while (hour < 0) {
            hour += 24;
            day--;
        }
        DateTimeParts earlier = a < b ? p : q;
        while (day < 0) {
            day += Calendar.daysInMonth(earlier.year, earlier.month);
            month--;
        }
        while (month < 0) {
            month += 12;
            year--;
        }
        long time = ((hour * 60L + minute) * 60 + second) * Calendar.MICROS_PER_SECOND + micros;
        return new Interval(sign * (year * 12 + month), sign * day, sign * time);
    }

    @PgFunction(oid = 6177)
    public static long timestamp_bin(Interval stride, long timestamp, long origin) {
        if (Zones.isInfinite(timestamp)) {
            return timestamp;
        }
        if (Zones.isInfinite(origin)) {
            throw DateTimeErrors.outOfRange("origin out of range");
        }
        if (stride.isInfinite()) {
            throw DateTimeErrors.outOfRange("timestamps cannot be binned into infinite intervals");
        }
        if (stride.months() != 0) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "timestamps cannot be binned into intervals containing months or years");
        }
        try {
            long width = Math.addExact(Math.multiplyExact(stride.days(), Calendar.MICROS_PER_DAY), stride.micros());
            if (width <= 0) {
                throw DateTimeErrors.outOfRange("stride must be greater than zero");
            }
            long difference = Math.subtractExact(timestamp, origin);
            long rest = difference % width;
            long result = origin + (difference - rest);
            if (rest < 0) {
                long lower = result - width;
                if (lower > result) {
                    throw DateTimeErrors.timestampOutOfRange();
                }
                result = lower;
            }
            return Zones.checkTimestamp(result);
        } catch (ArithmeticException e) {
            throw DateTimeErrors.intervalOutOfRange();
        }
    }

    @PgFunction(oid = 6178)
    public static long timestamptz_bin(Interval stride, long timestamp, long origin) {
        return timestamp_bin(stride, timestamp, origin);
    }
}
