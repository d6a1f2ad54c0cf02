package org.pgherd.semantics.datetime;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.TimeTz;

/// Input functions of dates and times (date.c: date_in, time_in, timetz_in; timestamp.c: timestamp_in,
/// timestamptz_in).
public final class DateTimeInput {
    private DateTimeInput() {}

    /// Days since 2000.
    public static int date(String text, FunctionContext context) {
        DateTimeDecoder decoder = decode(text, "date", context);
        if (decoder.special != null) {
            return switch (decoder.special) {
                case LATE -> Integer.MAX_VALUE;
                case EARLY -> Integer.MIN_VALUE;
                default -> Calendar.J1970 - Calendar.J2000;
            };
        }
        DateTimeParts p = decoder.parts;
        int date = Calendar.isValidJulian(p.year, p.month, p.day) ? p.julian() - Calendar.J2000 : Integer.MAX_VALUE;
        if (!Calendar.isValidDate(date)) {
            throw new SqlException(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "date out of range: \"" + text + "\"");
        }
        return date;
    }

    /// Microseconds since midnight.
    public static long time(String text, int typmod, FunctionContext context) {
        return Precision.round(decodeTime(text, "time", context).time(), typmod);
    }

    public static TimeTz timeTz(String text, int typmod, FunctionContext context) {
        DateTimeParts p = decodeTime(text, "time with time zone", context);
        return Precision.round(new TimeTz(p.time(), p.zone), typmod);
    }

    private static DateTimeParts decodeTime(String text, String typeName, FunctionContext context) {
        try {
            DateTimeDecoder decoder = new DateTimeDecoder(text, context);
            decoder.decodeTimeOnly();
            return decoder.parts;
        } catch (DateTimeFailure failure) {
            throw failure.toError(text, typeName);
        }
    }

    /// Microseconds since 2000, local.
    public static long timestamp(String text, int typmod, FunctionContext context) {
        DateTimeDecoder decoder = decode(text, "timestamp", context);
        if (decoder.special != null) {
            return special(decoder.special);
        }
        return checked(decoder.parts.toTimestamp(), text, typmod);
    }

    /// Microseconds since 2000, UTC.
    public static long timestampTz(String text, int typmod, FunctionContext context) {
        DateTimeDecoder decoder = decode(text, "timestamp with time zone", context);
        if (decoder.special != null) {
            return special(decoder.special);
        }
        return checked(decoder.parts.toTimestampTz(), text, typmod);
    }

    private static long checked(long timestamp, String text, int typmod) {
        if (!Calendar.isValidTimestamp(timestamp)) {
            throw new SqlException(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "timestamp out of range: \"" + text + "\"");
        }
        return Precision.round(timestamp, typmod);
    }

    private static long special(DateTokens.Reserved value) {
        return switch (value) {
            case LATE -> Long.MAX_VALUE;
            case EARLY -> Long.MIN_VALUE;
            default -> -Calendar.EPOCH_SECONDS * Calendar.MICROS_PER_SECOND;
        };
    }

    private static DateTimeDecoder decode(String text, String typeName, FunctionContext context) {
        try {
            DateTimeDecoder decoder = new DateTimeDecoder(text, context);
            decoder.decodeDateTime();
            return decoder;
        } catch (DateTimeFailure failure) {
            throw failure.toError(text, typeName);
        }
    }
}
