package org.pgherd.semantics.function.series;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.value.Numeric;

/// generate_series() of integers and numeric (int.c, int8.c, numeric.c).
public final class NumberSeries {
    private NumberSeries() {}

    @PgFunction(oid = 1067)
    public static RowIterator generate_series_int4(int first, int last) {
        return new Longs(first, last, 1, true);
    }

    @PgFunction(oid = 1066)
    public static RowIterator generate_series_step_int4(int first, int last, int step) {
        return new Longs(first, last, checkStep(step), true);
    }

    @PgFunction(oid = 1069)
    public static RowIterator generate_series_int8(long first, long last) {
        return new Longs(first, last, 1, false);
    }

    @PgFunction(oid = 1068)
    public static RowIterator generate_series_step_int8(long first, long last, long step) {
        return new Longs(first, last, checkStep(step), false);
    }

    private static long checkStep(long step) {
        if (step == 0) {
            throw invalid("step size cannot equal zero");
        }
        return step;
    }

    private static SqlException invalid(String message) {
        return new SqlException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    private static final class Longs implements RowIterator {
        private final long last;
        private final long step;
        private final boolean asInt;
        private long next;
        private boolean done;
        private long current;

        Longs(long first, long last, long step, boolean asInt) {
            this.next = first;
            this.last = last;
            this.step = step;
            this.asInt = asInt;
        }

        @Override
        public boolean next() {
            if (done || (step > 0 ? next > last : next < last)) {
                return false;
            }
            current = next;
            next += step;
            done = ((current ^ next) & (step ^ next)) < 0;
            return true;
        }

        @Override
        public Object get(int column) {
            if (asInt) {
                return (int) current;
            }
            return current;
        }
    }

    @PgFunction(oid = 3260)
    public static RowIterator generate_series_numeric(Numeric first, Numeric last) {
        return new Numerics(first, last, Numeric.ONE);
    }

    @PgFunction(oid = 3259)
    public static RowIterator generate_series_step_numeric(Numeric first, Numeric last, Numeric step) {
        return new Numerics(first, last, step);
    }

    private static final class Numerics implements RowIterator {
        private final Numeric last;
        private final Numeric step;
        private Numeric next;
        private boolean done;
        private @Nullable Numeric current;

        Numerics(Numeric first, Numeric last, Numeric step) {
            check(first, "start value");
            check(last, "stop value");
            check(step, "step size");
            if (step.isZero()) {
                throw invalid("step size cannot equal zero");
            }
            this.next = first;
            this.last = last;
            this.step = step;
        }

        private static void check(Numeric value, String what) {
            if (!value.isFinite()) {
                throw invalid(what + " cannot be " + (value.isNaN() ? "NaN" : "infinity"));
            }
        }

        @Override
        public boolean next() {
            int order = next.compareTo(last);
            if (done || (step.signum() > 0 ? order > 0 : order < 0)) {
                return false;
            }
            current = next;
            try {
                next = next.add(step);
            } catch (SqlException overflow) {
                // what the format does not hold is behind the last one
                done = true;
            }
            return true;
        }

        @Override
        public @Nullable Object get(int column) {
            return current;
        }
    }
}
