package org.pgherd.semantics.function.datetime;

import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.datetime.NamedZone;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.floating.GeneralNumber;
import org.pgherd.semantics.value.Text;

/// make_date() and its kin (date.c, timestamp.c). Negative years are BC.
public final class MakeDateTime {
    private MakeDateTime() {}

    @PgFunction(oid = 3846)
    public static int make_date(int year, int month, int day) {
        if (!isDate(year, month, day)) {
            int shown = year < 0 && year != Integer.MIN_VALUE ? year + 1 : year;
            throw DateTimeErrors.fieldOverflow("date field value out of range: " + dateText(shown, month, day));
        }
        int bc = year < 0 ? year + 1 : year;
        if (!Calendar.isValidJulian(bc, month, day)) {
            throw DateTimeErrors.outOfRange("date out of range: " + dateText(bc, month, day));
        }
        int date = Calendar.date2j(bc, month, day) - Calendar.J2000;
        if (!Calendar.isValidDate(date)) {
            throw DateTimeErrors.outOfRange("date out of range: " + dateText(bc, month, day));
        }
        return date;
    }

    private static boolean isDate(int year, int month, int day) {
        return year != 0
                && year != Integer.MIN_VALUE
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Calendar.daysInMonth(year < 0 ? year + 1 : year, month);
    }

    private static String dateText(int year, int month, int day) {
        return year + "-" + two(month) + "-" + two(day);
    }

    private static String two(int n) {
        return n >= 0 && n < 10 ? "0" + n : Integer.toString(n);
    }

    @PgFunction(oid = 3847)
    public static long make_time(int hour, int minute, double second) {
        if (isTimeOutOfRange(hour, minute, second)) {
            throw timeOverflow(hour, minute, second);
        }
        return time(hour, minute, second);
    }

    private static org.pgherd.errors.SqlException timeOverflow(int hour, int minute, double second) {
        return DateTimeErrors.fieldOverflow(
                "time field value out of range: " + hour + ":" + two(minute) + ":" + GeneralNumber.format(second, 2));
    }

    private static long time(int hour, int minute, double second) {
        return (hour * 60L + minute) * Calendar.MICROS_PER_MINUTE
                + (long) Math.rint(second * Calendar.MICROS_PER_SECOND);
    }

    /// datetime.c:float_time_overflows: 60 seconds and 24:00:00 are allowed, more is not, not even by rounding.
    private static boolean isTimeOutOfRange(int hour, int minute, double second) {
        if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || Double.isNaN(second)) {
            return true;
        }
        double micros = Math.rint(second * Calendar.MICROS_PER_SECOND);
        return micros < 0
                || micros > Calendar.MICROS_PER_MINUTE
                || (hour * 60L + minute) * Calendar.MICROS_PER_MINUTE + (long) micros > Calendar.MICROS_PER_DAY;
    }

    @PgFunction(oid = 3461)
    public static long make_timestamp(int year, int month, int day, int hour, int minute, double second) {
        if (!isDate(year, month, day)) {
            throw DateTimeErrors.fieldOverflow("date field value out of range: " + dateText(year, month, day));
        }
        int bc = year < 0 ? year + 1 : year;
        if (!Calendar.isValidJulian(bc, month, day)) {
            throw DateTimeErrors.outOfRange("date out of range: " + dateText(year, month, day));
        }
        if (isTimeOutOfRange(hour, minute, second)) {
            throw timeOverflow(hour, minute, second);
        }
        long days = Calendar.date2j(bc, month, day) - (long) Calendar.J2000;
        double range = days * (double) Calendar.MICROS_PER_DAY;
        long result = days * Calendar.MICROS_PER_DAY + time(hour, minute, second);
        if (Math.abs(range) > 9.3e18 || !Calendar.isValidTimestamp(result)) {
            throw DateTimeErrors.outOfRange("timestamp out of range: " + dateText(year, month, day) + " " + hour + ":"
                    + two(minute) + ":" + GeneralNumber.format(second, 2));
        }
        return result;
    }

    @PgFunction(oid = 3462)
    public static long make_timestamptz(
            FunctionContext context, int year, int month, int day, int hour, int minute, double second) {
        return Zones.checkTimestamp(
                Zones.toInstant(make_timestamp(year, month, day, hour, minute, second), context.timeZone()));
    }

    @PgFunction(oid = 3463)
    public static long make_timestamptz_at_timezone(
            FunctionContext context, int year, int month, int day, int hour, int minute, double second, Text zone) {
        long local = make_timestamp(year, month, day, hour, minute, second);
        NamedZone found = ZoneNames.lookupNumericToo(context, zone);
        return Zones.checkTimestamp(
                local - found.offsetOfLocal(DateTimeParts.ofTimestamp(local)) * Calendar.MICROS_PER_SECOND);
    }

    @PgFunction(oid = 1158)
    public static long float8_timestamptz(double seconds) {
        if (Double.isInfinite(seconds)) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        if (Double.isNaN(seconds)) {
            throw DateTimeErrors.outOfRange("timestamp cannot be NaN");
        }
        double first = (double) (Calendar.MIN_DATE - (Calendar.J1970 - Calendar.J2000)) * 86400;
        double end = (double) (DateTimeConversions.TIMESTAMP_END_DATE - (Calendar.J1970 - Calendar.J2000)) * 86400;
        double micros = Math.rint((seconds - Calendar.EPOCH_SECONDS) * Calendar.MICROS_PER_SECOND);
        if (seconds < first || seconds >= end || !Calendar.isValidTimestamp((long) micros)) {
            throw DateTimeErrors.outOfRange("timestamp out of range: \"" + GeneralNumber.format(seconds, 0) + "\"");
        }
        return (long) micros;
    }
}
