package org.pgherd.semantics.function.datetime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// extract() of dates and timestamps, as numeric (timestamp.c:timestamp_part_common, date.c:extract_date).
public final class Extract {
    private static final String DATE = "date";
    private static final String TIMESTAMP = "timestamp without time zone";
    private static final String TIMESTAMPTZ = "timestamp with time zone";
    /// 1970 in microseconds since 2000.
    static final long EPOCH = -Calendar.EPOCH_SECONDS * Calendar.MICROS_PER_SECOND;

    private Extract() {}

    @PgFunction(oid = 6199)
    public static @Nullable Numeric extract_date(Text name, int date) {
        Field field = Field.of(name, DATE);
        if (Zones.isInfinite(date)) {
            return switch (field) {
                case DAY, MONTH, QUARTER, WEEK, DOW, ISODOW, DOY -> null;
                case YEAR, DECADE, CENTURY, MILLENNIUM, JULIAN, ISOYEAR, EPOCH ->
                    date < 0 ? Numeric.MINUS_INFINITY : Numeric.INFINITY;
                default -> throw Field.notSupported(name, DATE);
            };
        }
        if (field == Field.JULIAN) {
            return Numeric.of(date + (long) Calendar.J2000);
        }
        if (field == Field.EPOCH) {
            return Numeric.of((date + (long) Calendar.J2000 - Calendar.J1970) * 86400L);
        }
        DateTimeParts parts = new DateTimeParts();
        parts.setDate(date + Calendar.J2000);
        return Numeric.of(dateField(field, parts, name, DATE));
    }

    @PgFunction(oid = 6202)
    public static @Nullable Numeric extract_timestamp(Text name, long timestamp) {
        Field field = Field.of(name, TIMESTAMP);
        if (Zones.isInfinite(timestamp)) {
            return infinite(field, name, timestamp < 0, TIMESTAMP);
        }
        if (field == Field.EPOCH) {
            return micros(timestamp, EPOCH);
        }
        return ofParts(field, DateTimeParts.ofTimestamp(timestamp), name, TIMESTAMP);
    }

    @PgFunction(oid = 6203)
    public static @Nullable Numeric extract_timestamptz(FunctionContext context, Text name, long timestamp) {
        Field field = Field.of(name, TIMESTAMPTZ);
        if (Zones.isInfinite(timestamp)) {
            return infinite(field, name, timestamp < 0, TIMESTAMPTZ);
        }
        if (field == Field.EPOCH) {
            return micros(timestamp, EPOCH);
        }
        DateTimeParts parts = DateTimeParts.ofTimestampTz(timestamp, context.timeZone());
        return switch (field) {
            case TIMEZONE -> Numeric.of(-parts.zone);
            case TIMEZONE_HOUR -> Numeric.of(-parts.zone / 3600);
            case TIMEZONE_MINUTE -> Numeric.of(-parts.zone / 60 % 60);
            default -> ofParts(field, parts, name, TIMESTAMPTZ);
        };
    }

    /// Seconds between two times in microseconds.
    private static Numeric micros(long time, long since) {
        long difference = time - since;
        if (((time ^ since) & (time ^ difference)) < 0) {
            return Numeric.of(BigInteger.valueOf(time).subtract(BigInteger.valueOf(since)), 6);
        }
        return Numeric.of(difference, 6);
    }

    private static Numeric ofParts(Field field, DateTimeParts p, Text name, String type) {
        return switch (field) {
            case MICROSECOND -> Numeric.of(p.second * 1_000_000L + p.micros);
            case MILLISECOND -> Numeric.of(p.second * 1_000_000L + p.micros, 3);
            case SECOND -> Numeric.of(p.second * 1_000_000L + p.micros, 6);
            case MINUTE -> Numeric.of(p.minute);
            case HOUR -> Numeric.of(p.hour);
            case JULIAN -> Numeric.of(p.julian()).add(Numeric.of(p.time()).divide(Numeric.of(Calendar.MICROS_PER_DAY)));
            default -> Numeric.of(dateField(field, p, name, type));
        };
    }

    /// Fields that come from the date alone.
    static int dateField(Field field, DateTimeParts p, Text name, String type) {
        return switch (field) {
            case DAY -> p.day;
            case MONTH -> p.month;
            case QUARTER -> (p.month - 1) / 3 + 1;
            case WEEK -> CalendarFields.isoWeek(p.year, p.month, p.day);
            case YEAR -> CalendarFields.year(p.year);
            case DECADE -> CalendarFields.decade(p.year);
            case CENTURY -> CalendarFields.century(p.year);
            case MILLENNIUM -> CalendarFields.millennium(p.year);
            case ISOYEAR -> CalendarFields.year(CalendarFields.isoYear(p.year, p.month, p.day));
            case DOW -> Calendar.dayOfWeek(p.julian());
            case ISODOW -> CalendarFields.isoDayOfWeek(p.julian());
            case DOY -> CalendarFields.dayOfYear(p.year, p.month, p.day);
            default -> throw Field.notSupported(name, type);
        };
    }

    private static @Nullable Numeric infinite(Field field, Text name, boolean negative, String type) {
        Double d = infiniteDouble(field, name, negative, type);
        return d == null ? null : d < 0 ? Numeric.MINUS_INFINITY : Numeric.INFINITY;
    }

    /// timestamp.c:NonFiniteTimestampTzPart: what oscillates has no value, what grows is infinite.
    static @Nullable Double infiniteDouble(Field field, Text name, boolean negative, String type) {
        return switch (field) {
            case MICROSECOND,
                    MILLISECOND,
                    SECOND,
                    MINUTE,
                    HOUR,
                    DAY,
                    MONTH,
                    QUARTER,
                    WEEK,
                    DOW,
                    ISODOW,
                    DOY,
                    TIMEZONE,
                    TIMEZONE_HOUR,
                    TIMEZONE_MINUTE -> null;
            case YEAR, DECADE, CENTURY, MILLENNIUM, JULIAN, ISOYEAR, EPOCH ->
                negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        };
    }
}
