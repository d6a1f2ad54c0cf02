package org.pgherd.semantics.function.datetime;

import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.TimeTz;

/// Dates and days, times and intervals (date.c). Times wrap at midnight (and sums at 64 bits before that).
public final class DateArithmetic {
    private DateArithmetic() {}

    @PgFunction(oid = 1141)
    public static int date_pli(int date, int days) {
        return shift(date, days);
    }

    @PgFunction(oid = 1142)
    public static int date_mii(int date, int days) {
        return shift(date, -(long) days);
    }

    @PgFunction(oid = 2550)
    public static int integer_pl_date(int days, int date) {
        return shift(date, days);
    }

    private static int shift(int date, long days) {
        if (Zones.isInfinite(date)) {
            return date;
        }
        long result = date + days;
        if (result != (int) result || !Calendar.isValidDate((int) result)) {
            throw DateTimeErrors.dateOutOfRange();
        }
        return (int) result;
    }

    @PgFunction(oid = 1140)
    public static int date_mi(int a, int b) {
        if (Zones.isInfinite(a) || Zones.isInfinite(b)) {
            throw DateTimeErrors.outOfRange("cannot subtract infinite dates");
        }
        return a - b;
    }

    @PgFunction(oid = 1747)
    public static long time_pl_interval(long time, Interval span) {
        checkAdd(span);
        return Math.floorMod(time + span.micros(), Calendar.MICROS_PER_DAY);
    }

    @PgFunction(oid = 1748)
    public static long time_mi_interval(long time, Interval span) {
        checkSubtract(span);
        return Math.floorMod(time - span.micros(), Calendar.MICROS_PER_DAY);
    }

    @PgFunction(oid = 1848)
    public static long interval_pl_time(Interval span, long time) {
        return time_pl_interval(time, span);
    }

    @PgFunction(oid = 1749)
    public static TimeTz timetz_pl_interval(TimeTz time, Interval span) {
        checkAdd(span);
        return new TimeTz(Math.floorMod(time.micros() + span.micros(), Calendar.MICROS_PER_DAY), time.zone());
    }

    @PgFunction(oid = 1750)
    public static TimeTz timetz_mi_interval(TimeTz time, Interval span) {
        checkSubtract(span);
        return new TimeTz(Math.floorMod(time.micros() - span.micros(), Calendar.MICROS_PER_DAY), time.zone());
    }

    @PgFunction(oid = 2547)
    public static TimeTz interval_pl_timetz(Interval span, TimeTz time) {
        return timetz_pl_interval(time, span);
    }

    private static void checkAdd(Interval span) {
        if (span.isInfinite()) {
            throw DateTimeErrors.outOfRange("cannot add infinite interval to time");
        }
    }

    private static void checkSubtract(Interval span) {
        if (span.isInfinite()) {
            throw DateTimeErrors.outOfRange("cannot subtract infinite interval from time");
        }
    }

    @PgFunction(oid = 1690)
    public static Interval time_mi_time(long a, long b) {
        return new Interval(0, 0, a - b);
    }
}
