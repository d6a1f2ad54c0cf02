package org.pgherd.semantics.function.datetime;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TimeTz;

/// date_part() of dates and timestamps, as double precision (timestamp.c:timestamp_part_common).
public final class DatePart {
    private static final String TIMESTAMP = "timestamp without time zone";
    private static final String TIMESTAMPTZ = "timestamp with time zone";

    private DatePart() {}

    @PgFunction(oid = 1384)
    public static @Nullable Double date_part(Text name, int date) {
        return timestamp_part(name, DateTimeConversions.date_timestamp(date));
    }

    @PgFunction(oid = 2021)
    public static @Nullable Double timestamp_part(Text name, long timestamp) {
        Field field = Field.of(name, TIMESTAMP);
        if (Zones.isInfinite(timestamp)) {
            return Extract.infiniteDouble(field, name, timestamp < 0, TIMESTAMP);
        }
        if (field == Field.EPOCH) {
            return epoch(timestamp);
        }
        if (field == Field.TIMEZONE || field == Field.TIMEZONE_HOUR || field == Field.TIMEZONE_MINUTE) {
            throw Field.notSupported(name, TIMESTAMP);
        }
        return ofParts(field, DateTimeParts.ofTimestamp(timestamp), name, TIMESTAMP);
    }

    @PgFunction(oid = 1171)
    public static @Nullable Double timestamptz_part(FunctionContext context, Text name, long timestamp) {
        Field field = Field.of(name, TIMESTAMPTZ);
        if (Zones.isInfinite(timestamp)) {
            return Extract.infiniteDouble(field, name, timestamp < 0, TIMESTAMPTZ);
        }
        if (field == Field.EPOCH) {
            return epoch(timestamp);
        }
        DateTimeParts parts = DateTimeParts.ofTimestampTz(timestamp, context.timeZone());
        return switch (field) {
            case TIMEZONE -> (double) -parts.zone;
            case TIMEZONE_HOUR -> (double) (-parts.zone / 3600);
            case TIMEZONE_MINUTE -> (double) (-parts.zone / 60 % 60);
            default -> ofParts(field, parts, name, TIMESTAMPTZ);
        };
    }

    private static double epoch(long timestamp) {
        return timestamp < Long.MAX_VALUE + Extract.EPOCH
                ? (timestamp - Extract.EPOCH) / 1000000.0
                : ((double) timestamp - Extract.EPOCH) / 1000000.0;
    }

    private static double ofParts(Field field, DateTimeParts p, Text name, String type) {
        return switch (field) {
            case MICROSECOND -> p.second * 1000000.0 + p.micros;
            case MILLISECOND -> p.second * 1000.0 + p.micros / 1000.0;
            case SECOND -> p.second + p.micros / 1000000.0;
            case MINUTE -> p.minute;
            case HOUR -> p.hour;
            case JULIAN -> p.julian() + ((p.hour * 60 + p.minute) * 60 + p.second + p.micros / 1000000.0) / 86400.0;
            default -> Extract.dateField(field, p, name, type);
        };
    }

    @PgFunction(oid = 1385)
    public static Double time_part(Text name, long time) {
        return timeField(Field.of(name, TimeFields.TIME), name, time, TimeFields.TIME);
    }

    @PgFunction(oid = 1273)
    public static Double timetz_part(Text name, TimeTz time) {
        Field field = Field.of(name, TimeFields.TIMETZ);
        return switch (field) {
            case TIMEZONE -> (double) -time.zone();
            case TIMEZONE_HOUR -> (double) (-time.zone() / 3600);
            case TIMEZONE_MINUTE -> (double) (-time.zone() / 60 % 60);
            case EPOCH -> time.micros() / 1000000.0 + time.zone();
            default -> timeField(field, name, time.micros(), TimeFields.TIMETZ);
        };
    }

    private static double timeField(Field field, Text name, long time, String type) {
        DateTimeParts p = new DateTimeParts();
        p.setTime(time);
        return switch (field) {
            case MICROSECOND -> p.second * 1000000.0 + p.micros;
            case MILLISECOND -> p.second * 1000.0 + p.micros / 1000.0;
            case SECOND -> p.second + p.micros / 1000000.0;
            case MINUTE -> p.minute;
            case HOUR -> p.hour;
            case EPOCH -> time / 1000000.0;
            default -> throw Field.notSupported(name, type);
        };
    }
}
