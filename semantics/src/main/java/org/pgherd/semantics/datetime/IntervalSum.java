package org.pgherd.semantics.datetime;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.Interval;

/// Adds up the parts of an interval; fractions spill into the smaller part (datetime.c: AdjustFract...).
final class IntervalSum {
    private int years;
    private int months;
    private int days;
    private long micros;

    void setTime(long[] clock, boolean negative) {
        try {
            long time = Math.multiplyExact(clock[0], Calendar.MICROS_PER_HOUR);
            time = Math.addExact(
                    time, clock[1] * Calendar.MICROS_PER_MINUTE + clock[2] * Calendar.MICROS_PER_SECOND + clock[3]);
            micros = Math.addExact(micros, negative ? -time : time);
        } catch (ArithmeticException e) {
            throw DateTimeFailure.fieldOverflow();
        }
    }

    void addMicros(long value, double fraction, long scale) {
        try {
            micros = Math.addExact(micros, Math.multiplyExact(value, scale));
        } catch (ArithmeticException e) {
            throw DateTimeFailure.fieldOverflow();
        }
        addFractionOfMicros(fraction, scale);
    }

    void addFractionOfMicros(double fraction, long scale) {
        if (fraction == 0) {
            return;
        }
        double scaled = fraction * scale;
        long whole = (long) scaled;
        double rest = scaled - whole;
        if (rest > 0.5) {
            whole++;
        } else if (rest < -0.5) {
            whole--;
        }
        try {
            micros = Math.addExact(micros, whole);
        } catch (ArithmeticException e) {
            throw DateTimeFailure.fieldOverflow();
        }
    }

    void addDays(long value, int scale) {
        try {
            days = Math.addExact(days, Math.multiplyExact(Math.toIntExact(value), scale));
        } catch (ArithmeticException e) {
            throw DateTimeFailure.fieldOverflow();
        }
    }

    void addFractionOfDays(double fraction, int scale) {
        if (fraction == 0) {
            return;
        }
        double scaled = fraction * scale;
        int whole = (int) scaled;
        addDays(whole, 1);
        addFractionOfMicros(scaled - whole, Calendar.MICROS_PER_DAY);
    }

    void addMonths(long value) {
        try {
            months = Math.addExact(months, Math.toIntExact(value));
        } catch (ArithmeticException e) {
            throw DateTimeFailure.fieldOverflow();
        }
    }

    void addYears(long value, double fraction, int scale) {
        try {
            years = Math.addExact(years, Math.multiplyExact(Math.toIntExact(value), scale));
            months = Math.addExact(months, (int) Math.rint(fraction * scale * 12));
        } catch (ArithmeticException e) {
            throw DateTimeFailure.fieldOverflow();
        }
    }

    void negate() {
        try {
            years = Math.negateExact(years);
            months = Math.negateExact(months);
            days = Math.negateExact(days);
            micros = Math.negateExact(micros);
        } catch (ArithmeticException e) {
            throw DateTimeFailure.fieldOverflow();
        }
    }

    Interval toInterval() {
        long total = years * 12L + months;
        if (total != (int) total) {
            throw outOfRange();
        }
        // all at their limits are infinity, as anywhere
        return new Interval((int) total, days, micros);
    }

    private static SqlException outOfRange() {
        return new SqlException(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "interval out of range");
    }
}
