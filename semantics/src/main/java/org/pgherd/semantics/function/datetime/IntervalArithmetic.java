package org.pgherd.semantics.function.datetime;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.floating.FloatArithmetic;
import org.pgherd.semantics.value.Interval;

/// Sums, products and justification of intervals (timestamp.c). A fraction of a month becomes days, of a day
/// seconds.
public final class IntervalArithmetic {
    private static final int DAYS_PER_MONTH = 30;
    private static final int SECONDS_PER_DAY = 86400;
    private static final double INT_END = 0x1p31;
    private static final double LONG_END = 0x1p63;

    private IntervalArithmetic() {}

    static boolean isPositiveInfinity(Interval a) {
        return a.isInfinite() && a.months() > 0;
    }

    static boolean isNegativeInfinity(Interval a) {
        return a.isInfinite() && a.months() < 0;
    }

    /// Finite parts that happen to look like infinity are out of range.
    private static Interval finite(int months, int days, long micros) {
        Interval result = new Interval(months, days, micros);
        if (result.isInfinite()) {
            throw DateTimeErrors.intervalOutOfRange();
        }
        return result;
    }

    @PgFunction(oid = 1168)
    public static Interval interval_um(Interval a) {
        if (a.isInfinite()) {
            return a.months() < 0 ? Interval.INFINITY : Interval.MINUS_INFINITY;
        }
        if (a.months() == Integer.MIN_VALUE || a.days() == Integer.MIN_VALUE || a.micros() == Long.MIN_VALUE) {
            throw DateTimeErrors.intervalOutOfRange();
        }
        return finite(-a.months(), -a.days(), -a.micros());
    }

    @PgFunction(oid = 1169)
    public static Interval interval_pl(Interval a, Interval b) {
        if (a.isInfinite()) {
            if (b.isInfinite() && a.months() != b.months()) {
                throw DateTimeErrors.intervalOutOfRange();
            }
            return a;
        }
        if (b.isInfinite()) {
            return b;
        }
        try {
            return finite(
                    Math.addExact(a.months(), b.months()),
                    Math.addExact(a.days(), b.days()),
                    Math.addExact(a.micros(), b.micros()));
        } catch (ArithmeticException e) {
            throw DateTimeErrors.intervalOutOfRange();
        }
    }

    @PgFunction(oid = 1170)
    public static Interval interval_mi(Interval a, Interval b) {
        if (a.isInfinite()) {
            if (b.isInfinite() && a.months() == b.months()) {
                throw DateTimeErrors.intervalOutOfRange();
            }
            return a;
        }
        if (b.isInfinite()) {
            return b.months() < 0 ? Interval.INFINITY : Interval.MINUS_INFINITY;
        }
        try {
            return finite(
                    Math.subtractExact(a.months(), b.months()),
                    Math.subtractExact(a.days(), b.days()),
                    Math.subtractExact(a.micros(), b.micros()));
        } catch (ArithmeticException e) {
            throw DateTimeErrors.intervalOutOfRange();
        }
    }

    @PgFunction(oid = 1618)
    public static Interval interval_mul(Interval a, double factor) {
        if (Double.isNaN(factor)) {
            throw DateTimeErrors.intervalOutOfRange();
        }
        if (a.isInfinite()) {
            if (factor == 0) {
                throw DateTimeErrors.intervalOutOfRange();
            }
            return factor < 0 ? interval_um(a) : a;
        }
        if (Double.isInfinite(factor)) {
            int sign = a.compareTo(Interval.ZERO);
            if (sign == 0) {
                throw DateTimeErrors.intervalOutOfRange();
            }
            return factor > 0 == sign > 0 ? Interval.INFINITY : Interval.MINUS_INFINITY;
        }
        return assemble(a.months() * factor, a.days() * factor, a.micros() * factor);
    }

    @PgFunction(oid = 1624)
    public static Interval mul_d_interval(double factor, Interval a) {
        return interval_mul(a, factor);
    }

    @PgFunction(oid = 1326)
    public static Interval interval_div(Interval a, double divisor) {
        if (divisor == 0) {
            throw new SqlException(SqlState.DIVISION_BY_ZERO, "division by zero");
        }
        if (Double.isNaN(divisor)) {
            throw DateTimeErrors.intervalOutOfRange();
        }
        if (a.isInfinite()) {
            if (Double.isInfinite(divisor)) {
                throw DateTimeErrors.intervalOutOfRange();
            }
            return divisor < 0 ? interval_um(a) : a;
        }
        return assemble(a.months() / divisor, a.days() / divisor, a.micros() / divisor);
    }

    /// From parts with fractions, which cascade down.
    private static Interval assemble(double months, double days, double micros) {
        int wholeMonths = toInt(months);
        int wholeDays = toInt(days);
        double daysOfMonths = roundToMicros((months - wholeMonths) * DAYS_PER_MONTH);
        double seconds = roundToMicros((days - wholeDays + daysOfMonths - (int) daysOfMonths) * SECONDS_PER_DAY);
        try {
            if (Math.abs(seconds) >= SECONDS_PER_DAY) {
                int more = (int) (seconds / SECONDS_PER_DAY);
                wholeDays = Math.addExact(wholeDays, more);
                seconds -= more * SECONDS_PER_DAY;
            }
            wholeDays = Math.addExact(wholeDays, (int) daysOfMonths);
        } catch (ArithmeticException e) {
            throw DateTimeErrors.intervalOutOfRange();
        }
        double time = Math.rint(micros + seconds * Calendar.MICROS_PER_SECOND);
        if (!(time >= -LONG_END && time < LONG_END)) {
            throw DateTimeErrors.intervalOutOfRange();
        }
        return finite(wholeMonths, wholeDays, (long) time);
    }

    private static int toInt(double value) {
        if (!(value >= -INT_END && value < INT_END)) {
            throw DateTimeErrors.intervalOutOfRange();
        }
        return (int) value;
    }

    private static double roundToMicros(double value) {
        return Math.rint(value * 1_000_000.0) / 1_000_000.0;
    }

    @PgFunction(oid = 1175)
    public static Interval interval_justify_hours(Interval a) {
        if (a.isInfinite()) {
            return a;
        }
        long wholeDays = a.micros() / Calendar.MICROS_PER_DAY;
        long time = a.micros() - wholeDays * Calendar.MICROS_PER_DAY;
        int days = addDays(a.days(), wholeDays);
        if (days > 0 && time < 0) {
            time += Calendar.MICROS_PER_DAY;
            days--;
        } else if (days < 0 && time > 0) {
            time -= Calendar.MICROS_PER_DAY;
            days++;
        }
        return new Interval(a.months(), days, time);
    }

    private static int addDays(int a, long b) {
        long sum = a + b;
        if (sum != (int) sum) {
            throw DateTimeErrors.intervalOutOfRange();
        }
        return (int) sum;
    }

    @PgFunction(oid = 1295)
    public static Interval interval_justify_days(Interval a) {
        if (a.isInfinite()) {
            return a;
        }
        int wholeMonths = a.days() / DAYS_PER_MONTH;
        int days = a.days() - wholeMonths * DAYS_PER_MONTH;
        int months = addDays(a.months(), wholeMonths);
        if (months > 0 && days < 0) {
            days += DAYS_PER_MONTH;
            months--;
        } else if (months < 0 && days > 0) {
            days -= DAYS_PER_MONTH;
            months++;
        }
        return new Interval(months, days, a.micros());
    }

    @PgFunction(oid = 2711)
    public static Interval interval_justify_interval(Interval a) {
        if (a.isInfinite()) {
            return a;
        }
        int months = a.months();
        int days = a.days();
        long time = a.micros();
        if (days > 0 && time > 0 || days < 0 && time < 0) {
            int whole = days / DAYS_PER_MONTH;
            days -= whole * DAYS_PER_MONTH;
            months = addDays(months, whole);
        }
        long wholeDays = time / Calendar.MICROS_PER_DAY;
        time -= wholeDays * Calendar.MICROS_PER_DAY;
        days = (int) (days + wholeDays);
        int wholeMonths = days / DAYS_PER_MONTH;
        days -= wholeMonths * DAYS_PER_MONTH;
        months = addDays(months, wholeMonths);
        if (months > 0 && (days < 0 || days == 0 && time < 0)) {
            days += DAYS_PER_MONTH;
            months--;
        } else if (months < 0 && (days > 0 || days == 0 && time > 0)) {
            days -= DAYS_PER_MONTH;
            months++;
        }
        if (days > 0 && time < 0) {
            time += Calendar.MICROS_PER_DAY;
            days--;
        } else if (days < 0 && time > 0) {
            time -= Calendar.MICROS_PER_DAY;
            days++;
        }
        return new Interval(months, days, time);
    }

    @PgFunction(oid = 3464)
    public static Interval make_interval(
            int years, int months, int weeks, int days, int hours, int minutes, double seconds) {
        if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
            throw DateTimeErrors.intervalOutOfRange();
        }
        try {
            int allMonths = Math.addExact(Math.multiplyExact(years, 12), months);
            int allDays = Math.addExact(Math.multiplyExact(weeks, 7), days);
            long time = hours * Calendar.MICROS_PER_HOUR + minutes * Calendar.MICROS_PER_MINUTE;
            double micros = Math.rint(FloatArithmetic.float8mul(seconds, Calendar.MICROS_PER_SECOND));
            if (!(micros >= -LONG_END && micros < LONG_END)) {
                throw DateTimeErrors.intervalOutOfRange();
            }
            return finite(allMonths, allDays, Math.addExact(time, (long) micros));
        } catch (ArithmeticException e) {
            throw DateTimeErrors.intervalOutOfRange();
        }
    }
}
