package org.pgherd.semantics.function.window;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.datetime.DateTimeConversions;
import org.pgherd.semantics.function.datetime.IntervalArithmetic;
import org.pgherd.semantics.function.datetime.TimestampArithmetic;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.TimeTz;

/// in_range() of dates and times with an interval as offset, and of numeric (date.c, timestamp.c, numeric.c).
public final class InRangeOfTimes {
    private InRangeOfTimes() {}

    private static SqlException invalidOffset() {
        return new SqlException(
                SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE, "invalid preceding or following size in window function");
    }

    private static void check(Interval offset) {
        if (offset.compareTo(Interval.ZERO) < 0) {
            throw invalidOffset();
        }
    }

    private static boolean isInfinite(long timestamp) {
        return timestamp == Long.MIN_VALUE || timestamp == Long.MAX_VALUE;
    }

    @PgFunction(oid = 4133)
    public static boolean in_range_date_interval(int value, int base, Interval offset, boolean subtract, boolean less) {
        return in_range_timestamp_interval(
                DateTimeConversions.date_timestamp(value),
                DateTimeConversions.date_timestamp(base),
                offset,
                subtract,
                less);
    }

    @PgFunction(oid = 4134)
    public static boolean in_range_timestamp_interval(
            long value, long base, Interval offset, boolean subtract, boolean less) {
        check(offset);
        if (offset.isInfinite() && isInfinite(base) && (subtract ? base > 0 : base < 0)) {
            return true;
        }
        long edge = subtract
                ? TimestampArithmetic.timestamp_mi_interval(base, offset)
                : TimestampArithmetic.timestamp_pl_interval(base, offset);
        return less ? value <= edge : value >= edge;
    }

    @PgFunction(oid = 4135)
    public static boolean in_range_timestamptz_interval(
            FunctionContext context, long value, long base, Interval offset, boolean subtract, boolean less) {
        check(offset);
        if (offset.isInfinite() && isInfinite(base) && (subtract ? base > 0 : base < 0)) {
            return true;
        }
        long edge = subtract
                ? TimestampArithmetic.timestamptz_mi_interval(context, base, offset)
                : TimestampArithmetic.timestamptz_pl_interval(context, base, offset);
        return less ? value <= edge : value >= edge;
    }

    @PgFunction(oid = 4136)
    public static boolean in_range_interval_interval(
            Interval value, Interval base, Interval offset, boolean subtract, boolean less) {
        check(offset);
        if (offset.isInfinite() && base.isInfinite() && (subtract ? base.micros() > 0 : base.micros() < 0)) {
            return true;
        }
        Interval edge =
                subtract ? IntervalArithmetic.interval_mi(base, offset) : IntervalArithmetic.interval_pl(base, offset);
        return less ? value.compareTo(edge) <= 0 : value.compareTo(edge) >= 0;
    }

    /// Only the interval's time counts, and the sum does not wrap around.
    private static boolean within(long value, long base, Interval offset, boolean subtract, boolean less) {
        if (offset.micros() < 0) {
            throw invalidOffset();
        }
        long by = subtract ? -offset.micros() : offset.micros();
        long edge = base + by;
        if (((base ^ edge) & (by ^ edge)) < 0) {
            return subtract ? !less : less;
        }
        return less ? value <= edge : value >= edge;
    }

    @PgFunction(oid = 4137)
    public static boolean in_range_time_interval(
            long value, long base, Interval offset, boolean subtract, boolean less) {
        return within(value, base, offset, subtract, less);
    }

    @PgFunction(oid = 4138)
    public static boolean in_range_timetz_interval(
            TimeTz value, TimeTz base, Interval offset, boolean subtract, boolean less) {
        if (offset.micros() < 0) {
            throw invalidOffset();
        }
        long by = subtract ? -offset.micros() : offset.micros();
        long edge = base.micros() + by;
        if (((base.micros() ^ edge) & (by ^ edge)) < 0) {
            return subtract ? !less : less;
        }
        int c = value.compareTo(new TimeTz(edge, base.zone()));
        return less ? c <= 0 : c >= 0;
    }

    @PgFunction(oid = 4140)
    public static boolean in_range_float4_float8(
            float value, float base, double offset, boolean subtract, boolean less) {
        return InRange.in_range_float8_float8(value, base, offset, subtract, less);
    }

    @PgFunction(oid = 4141)
    public static boolean in_range_numeric_numeric(
            Numeric value, Numeric base, Numeric offset, boolean subtract, boolean less) {
        if (offset.isNaN() || offset.signum() < 0) {
            throw invalidOffset();
        }
        if (value.isNaN()) {
            return base.isNaN() || !less;
        }
        if (base.isNaN()) {
            return less;
        }
        if (offset.isInfinite() && base.isInfinite() && (subtract ? base.signum() > 0 : base.signum() < 0)) {
            return true;
        }
        int c = value.compareTo(subtract ? base.subtract(offset) : base.add(offset));
        return less ? c <= 0 : c >= 0;
    }
}
