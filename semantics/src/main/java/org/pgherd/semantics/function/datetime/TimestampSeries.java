package org.pgherd.semantics.function.datetime;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Text;

/// generate_series() of timestamps (timestamp.c).
public final class TimestampSeries implements RowIterator {
    private final long last;
    private final Interval step;
    private final boolean ascending;
    private final @Nullable PgTimeZone zone;
    private long next;
    private long current;

    private TimestampSeries(long first, long last, Interval step, @Nullable PgTimeZone zone) {
        int sign = step.compareTo(Interval.ZERO);
        if (sign == 0) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "step size cannot equal zero");
        }
        if (step.isInfinite()) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "step size cannot be infinite");
        }
        this.next = first;
        this.last = last;
        this.step = step;
        this.ascending = sign > 0;
        this.zone = zone;
    }

    @PgFunction(oid = 938)
    public static RowIterator generate_series_timestamp(long first, long last, Interval step) {
        return new TimestampSeries(first, last, step, null);
    }

    @PgFunction(oid = 939)
    public static RowIterator generate_series_timestamptz(
            FunctionContext context, long first, long last, Interval step) {
        return new TimestampSeries(first, last, step, context.timeZone());
    }

    @PgFunction(oid = 6274)
    public static RowIterator generate_series_timestamptz_at_zone(
            FunctionContext context, long first, long last, Interval step, Text zone) {
        return new TimestampSeries(
                first, last, step, ZoneNames.lookup(context, zone).zone());
    }

    @Override
    public boolean next() {
        if (ascending ? next > last : next < last) {
            return false;
        }
        current = next;
        next = TimestampArithmetic.add(next, step, zone);
        return true;
    }

    @Override
    public Object get(int column) {
        return current;
    }
}
