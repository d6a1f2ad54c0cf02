package org.pgherd.semantics.function.datetime;

import org.pgherd.errors.SqlException;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Text;

/// date_trunc() (timestamp.c).
public final class Truncation {
    private static final String TIMESTAMP = "timestamp without time zone";
    private static final String TIMESTAMPTZ = "timestamp with time zone";
    private static final String INTERVAL = "interval";

    private Truncation() {}

    @PgFunction(oid = 2020)
    public static long timestamp_trunc(Text name, long timestamp) {
        Field field = unit(name, TIMESTAMP);
        if (Zones.isInfinite(timestamp)) {
            return timestamp;
        }
        DateTimeParts parts = DateTimeParts.ofTimestamp(timestamp);
        truncate(parts, field);
        return Zones.checkTimestamp(parts.toTimestamp());
    }

    @PgFunction(oid = 1217)
    public static long timestamptz_trunc(FunctionContext context, Text name, long timestamp) {
        return truncate(name, timestamp, context.timeZone());
    }

    @PgFunction(oid = 1284)
    public static long timestamptz_trunc_zone(FunctionContext context, Text name, long timestamp, Text zone) {
        return truncate(name, timestamp, ZoneNames.lookup(context, zone).zone());
    }

    private static long truncate(Text name, long timestamp, PgTimeZone zone) {
        Field field = unit(name, TIMESTAMPTZ);
        if (Zones.isInfinite(timestamp)) {
            return timestamp;
        }
        DateTimeParts parts = DateTimeParts.ofTimestampTz(timestamp, zone);
        truncate(parts, field);
        if (field.compareTo(Field.DAY) >= 0) {
            parts.zone = -zone.offsetOfLocal(parts);
        }
        return Zones.checkTimestamp(parts.toTimestampTz());
    }

    private static Field unit(Text name, String type) {
        Field field = Field.of(name, type);
        if (field.compareTo(Field.MILLENNIUM) > 0) {
            boolean zone = field.compareTo(Field.TIMEZONE_MINUTE) <= 0;
            throw zone ? Field.notSupported(name, type) : Field.notRecognized(name, type);
        }
        return field;
    }

    private static void truncate(DateTimeParts p, Field field) {
        switch (field) {
            case MILLENNIUM ->
                p.year = p.year > 0 ? (p.year + 999) / 1000 * 1000 - 999 : -((999 - (p.year - 1)) / 1000) * 1000 + 1;
            case CENTURY ->
                p.year = p.year > 0 ? (p.year + 99) / 100 * 100 - 99 : -((99 - (p.year - 1)) / 100) * 100 + 1;
            case DECADE -> p.year = p.year > 0 ? p.year / 10 * 10 : -((8 - (p.year - 1)) / 10) * 10;
            case WEEK -> {
                int julian = p.julian();
                p.setDate(julian - CalendarFields.mondayOffset(julian));
            }
            case QUARTER -> p.month = (p.month - 1) / 3 * 3 + 1;
            default -> {}
        }
        switch (field) {
            case MILLENNIUM, CENTURY, DECADE, YEAR -> {
                p.month = 1;
                p.day = 1;
                p.setTime(0);
            }
            case QUARTER, MONTH -> {
                p.day = 1;
                p.setTime(0);
            }
            case WEEK, DAY -> p.setTime(0);
            case HOUR -> p.setTime(p.hour * Calendar.MICROS_PER_HOUR);
            case MINUTE -> p.setTime((p.hour * 60L + p.minute) * Calendar.MICROS_PER_MINUTE);
            case SECOND -> p.micros = 0;
            case MILLISECOND -> p.micros = p.micros / 1000 * 1000;
            default -> {}
        }
    }

    @PgFunction(oid = 1218)
    public static Interval interval_trunc(Text name, Interval interval) {
        Field field = unit(name, INTERVAL);
        if (field == Field.WEEK) {
            SqlException e = Field.notSupported(name, INTERVAL);
            throw interval.isInfinite() ? e : e.withDetail("Months usually have fractional weeks.");
        }
        if (interval.isInfinite()) {
            return interval;
        }
        long step = step(field);
        if (step > 0) {
            return new Interval(interval.months(), interval.days(), interval.micros() / step * step);
        }
        if (field == Field.DAY) {
            return new Interval(interval.months(), interval.days(), 0);
        }
        int months = monthStep(field);
        return new Interval(interval.months() / months * months, 0, 0);
    }

    private static long step(Field field) {
        return switch (field) {
            case MICROSECOND -> 1;
            case MILLISECOND -> 1000;
            case SECOND -> Calendar.MICROS_PER_SECOND;
            case MINUTE -> Calendar.MICROS_PER_MINUTE;
            case HOUR -> Calendar.MICROS_PER_HOUR;
            default -> 0;
        };
    }

    private static int monthStep(Field field) {
        return switch (field) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
            case DECADE -> 120;
            case CENTURY -> 1200;
            default -> 12000;
        };
    }
}
