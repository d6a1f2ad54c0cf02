package org.pgherd.semantics.function.datetime;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.datetime.NamedZone;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TimeTz;

/// AT TIME ZONE and AT LOCAL (timestamp.c, date.c).
public final class TimeZoneShift {
    private TimeZoneShift() {}

    @PgFunction(oid = 2069)
    public static long timestamp_zone(FunctionContext context, Text zone, long timestamp) {
        return Zones.isInfinite(timestamp)
                ? timestamp
                : Zones.checkTimestamp(toInstant(timestamp, ZoneNames.lookup(context, zone)));
    }

    private static long toInstant(long local, NamedZone zone) {
        return local - zone.offsetOfLocal(DateTimeParts.ofTimestamp(local)) * Calendar.MICROS_PER_SECOND;
    }

    private static long offset(NamedZone zone, long instant) {
        return zone.offsetAt(instant) * Calendar.MICROS_PER_SECOND;
    }

    @PgFunction(oid = 1159)
    public static long timestamptz_zone(FunctionContext context, Text zone, long timestamp) {
        return Zones.isInfinite(timestamp)
                ? timestamp
                : Zones.checkTimestamp(timestamp + offset(ZoneNames.lookup(context, zone), timestamp));
    }

    @PgFunction(oid = 2070)
    public static long timestamp_izone(FunctionContext context, Interval zone, long timestamp) {
        return Zones.isInfinite(timestamp)
                ? timestamp
                : Zones.checkTimestamp(timestamp + west(context, zone) * Calendar.MICROS_PER_SECOND);
    }

    @PgFunction(oid = 1026)
    public static long timestamptz_izone(FunctionContext context, Interval zone, long timestamp) {
        return Zones.isInfinite(timestamp)
                ? timestamp
                : Zones.checkTimestamp(timestamp - west(context, zone) * Calendar.MICROS_PER_SECOND);
    }

    private static long west(FunctionContext context, Interval zone) {
        if (zone.isInfinite()) {
            throw invalid(context, zone, "must be finite");
        }
        if (zone.months() != 0 || zone.days() != 0) {
            throw invalid(context, zone, "must not include months or days");
        }
        return -(zone.micros() / Calendar.MICROS_PER_SECOND);
    }

    private static SqlException invalid(FunctionContext context, Interval zone, String problem) {
        return new SqlException(
                SqlState.INVALID_PARAMETER_VALUE,
                "interval time zone \"" + Codecs.output(TypeOids.INTERVAL, zone, context) + "\" " + problem);
    }

    @PgFunction(oid = 6335)
    public static long timestamp_at_local(FunctionContext context, long timestamp) {
        return DateTimeConversions.timestamp_timestamptz(context, timestamp);
    }

    @PgFunction(oid = 6334)
    public static long timestamptz_at_local(FunctionContext context, long timestamp) {
        return DateTimeConversions.timestamptz_timestamp(context, timestamp);
    }

    @PgFunction(oid = 2037)
    public static TimeTz timetz_zone(FunctionContext context, Text zone, TimeTz time) {
        return shift(time, -ZoneNames.lookup(context, zone).offsetAt(context.transactionTimestamp()));
    }

    @PgFunction(oid = 2038)
    public static TimeTz timetz_izone(FunctionContext context, Interval zone, TimeTz time) {
        return shift(time, (int) west(context, zone));
    }

    @PgFunction(oid = 6336)
    public static TimeTz timetz_at_local(FunctionContext context, TimeTz time) {
        return shift(time, -context.timeZone().offsetAt(context.transactionTimestamp()));
    }

    private static TimeTz shift(TimeTz time, int west) {
        long micros = time.micros() + (time.zone() - west) * Calendar.MICROS_PER_SECOND;
        while (micros < 0) {
            micros += Calendar.MICROS_PER_DAY;
        }
        while (micros >= Calendar.MICROS_PER_DAY) {
            micros -= Calendar.MICROS_PER_DAY;
        }
        return new TimeTz(micros, west);
    }
}
