package org.pgherd.semantics.function.datetime;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TimeTz;

/// extract() of times and intervals (date.c:time_part_common, timestamp.c:interval_part_common).
public final class TimeFields {
    static final String TIME = "time without time zone";
    static final String TIMETZ = "time with time zone";
    private static final String INTERVAL = "interval";
    private static final int MONTHS_PER_YEAR = 12;

    private TimeFields() {}

    @PgFunction(oid = 6200)
    public static Numeric extract_time(Text name, long time) {
        return timeField(Field.of(name, TIME), name, time, TIME);
    }

    @PgFunction(oid = 6201)
    public static Numeric extract_timetz(Text name, TimeTz time) {
        Field field = Field.of(name, TIMETZ);
        return switch (field) {
            case TIMEZONE -> Numeric.of(-time.zone());
            case TIMEZONE_HOUR -> Numeric.of(-time.zone() / 3600);
            case TIMEZONE_MINUTE -> Numeric.of(-time.zone() / 60 % 60);
            case EPOCH -> Numeric.of(time.micros() + time.zone() * Calendar.MICROS_PER_SECOND, 6);
            default -> timeField(field, name, time.micros(), TIMETZ);
        };
    }

    private static Numeric timeField(Field field, Text name, long time, String type) {
        DateTimeParts p = new DateTimeParts();
        p.setTime(time);
        return switch (field) {
            case MICROSECOND -> Numeric.of(p.second * 1_000_000L + p.micros);
            case MILLISECOND -> Numeric.of(p.second * 1_000_000L + p.micros, 3);
            case SECOND -> Numeric.of(p.second * 1_000_000L + p.micros, 6);
            case MINUTE -> Numeric.of(p.minute);
            case HOUR -> Numeric.of(p.hour);
            case EPOCH -> Numeric.of(time, 6);
            default -> throw Field.notSupported(name, type);
        };
    }

    @PgFunction(oid = 6204)
    public static @Nullable Numeric extract_interval(Text name, Interval interval) {
        Field field = Field.of(name, INTERVAL);
        if (interval.isInfinite()) {
            Double d = infinite(field, name, interval);
            return d == null ? null : d < 0 ? Numeric.MINUS_INFINITY : Numeric.INFINITY;
        }
        if (field == Field.EPOCH) {
            return epoch(interval);
        }
        long seconds = interval.micros() % Calendar.MICROS_PER_MINUTE;
        return switch (field) {
            case MICROSECOND -> Numeric.of(seconds);
            case MILLISECOND -> Numeric.of(seconds, 3);
            case SECOND -> Numeric.of(seconds, 6);
            default -> Numeric.of(whole(field, interval, name));
        };
    }

    @PgFunction(oid = 1172)
    public static @Nullable Double interval_part(Text name, Interval interval) {
        Field field = Field.of(name, INTERVAL);
        if (interval.isInfinite()) {
            return infinite(field, name, interval);
        }
        long seconds = interval.micros() % Calendar.MICROS_PER_MINUTE;
        int second = (int) (seconds / Calendar.MICROS_PER_SECOND);
        int micros = (int) (seconds % Calendar.MICROS_PER_SECOND);
        return switch (field) {
            case MICROSECOND -> second * 1000000.0 + micros;
            case MILLISECOND -> second * 1000.0 + micros / 1000.0;
            case SECOND -> second + micros / 1000000.0;
            case EPOCH ->
                interval.micros() / 1000000.0
                        + 365.25 * 86400 * (interval.months() / MONTHS_PER_YEAR)
                        + 30.0 * 86400 * (interval.months() % MONTHS_PER_YEAR)
                        + 86400.0 * interval.days();
            default -> (double) whole(field, interval, name);
        };
    }

    /// A year counts 365.25 days here.
    private static Numeric epoch(Interval i) {
        long days4 = 1461L * (i.months() / MONTHS_PER_YEAR) + 120L * (i.months() % MONTHS_PER_YEAR) + 4L * i.days();
        Numeric seconds = Numeric.of(days4 * (86400 / 4));
        return seconds.add(Numeric.of(i.micros(), 6));
    }

    private static long whole(Field field, Interval i, Text name) {
        int years = i.months() / MONTHS_PER_YEAR;
        int months = i.months() % MONTHS_PER_YEAR;
        return switch (field) {
            case MINUTE -> i.micros() / Calendar.MICROS_PER_MINUTE % 60;
            case HOUR -> i.micros() / Calendar.MICROS_PER_HOUR;
            case DAY -> i.days();
            case WEEK -> i.days() / 7;
            case MONTH -> months;
            case QUARTER -> i.months() >= 0 ? months / 3 + 1 : -(-months / 3 + 1);
            case YEAR -> years;
            case DECADE -> years / 10;
            case CENTURY -> years / 100;
            case MILLENNIUM -> years / 1000;
            default -> throw Field.notSupported(name, INTERVAL);
        };
    }

    private static @Nullable Double infinite(Field field, Text name, Interval interval) {
        return switch (field) {
            case MICROSECOND, MILLISECOND, SECOND, MINUTE, WEEK, MONTH, QUARTER -> null;
            case HOUR, DAY, YEAR, DECADE, CENTURY, MILLENNIUM, EPOCH ->
                interval.months() < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            default -> throw Field.notSupported(name, INTERVAL);
        };
    }
}
