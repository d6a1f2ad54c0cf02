package org.pgherd.semantics.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.datetime.IntervalArithmetic;
import org.pgherd.semantics.function.floating.GeneralNumber;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.vector.Vector;

/// percentile_cont, percentile_disc and mode, over rows that arrive in order (orderedsetaggs.c).
final class OrderedSetAggregate implements AggregateFunction {
    private static final int MODE = 3984;
    private static final int[] OIDS = {MODE, 3972, 3974, 3976, 3978, 3980, 3982};

    @Override
    public int[] oids() {
        return OIDS.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return aggregateOid == MODE ? new Modes(context, site) : new Percentiles(site, aggregateOid);
    }

    /// The values of a group in order, and its direct argument.
    private static final class Rows {
        final List<Object> values = new ArrayList<>();

        @Nullable
        Object direct;
    }

    private abstract static class Ordered extends StateAccumulator<Rows> {
        @Override
        protected boolean accepts(Vector[] arguments, int row) {
            // a fraction is checked even if all values are NULL
            return true;
        }

        @Override
        protected Rows create() {
            return new Rows();
        }

        @Override
        protected void accumulate(Rows state, Vector[] arguments, int row) {
            Object value = arguments[arguments.length - 1].boxed(row);
            if (value != null) {
                state.values.add(value);
                hold(24);
            }
            if (arguments.length > 1) {
                state.direct = arguments[0].boxed(row);
            }
        }
    }

    private static final class Modes extends Ordered {
        private final java.util.Comparator<Object> order;

        Modes(FunctionContext context, CallSite site) {
            order = Orderings.boxed(site.argumentTypes().getLast().withCollation(site.inputCollation()), context);
        }

        @Override
        protected @Nullable Object result(Rows state) {
            Object best = null;
            int most = 0;
            int run = 0;
            Object previous = null;
            for (Object value : state.values) {
                run = previous != null && order.compare(previous, value) == 0 ? run + 1 : 1;
                if (run == 1) {
                    previous = value;
                }
                if (run > most) {
                    most = run;
                    best = previous;
                }
            }
            return best;
        }
    }

    private static final class Percentiles extends Ordered {
        private final boolean continuous;
        private final boolean several;
        private final int resultElement;

        Percentiles(CallSite site, int aggregateOid) {
            continuous = aggregateOid != 3972 && aggregateOid != 3978;
            several = aggregateOid == 3978 || aggregateOid == 3980 || aggregateOid == 3982;
            resultElement = site.argumentTypes().getLast().oid();
        }

        @Override
        protected @Nullable Object result(Rows state) {
            if (state.direct == null) {
                return null;
            }
            if (!several) {
                return percentile(state.values, (Double) state.direct);
            }
            if (state.values.isEmpty()) {
                return null;
            }
            PgArray fractions = (PgArray) state.direct;
            if (fractions.size() == 0) {
                return PgArray.empty(resultElement);
            }
            @Nullable Object[] results = new Object[fractions.size()];
            for (int i = 0; i < results.length; i++) {
                Object fraction = fractions.get(i);
                results[i] = fraction == null ? null : percentile(state.values, (Double) fraction);
            }
            return new PgArray(resultElement, fractions.dims(), fractions.lowerBounds(), results);
        }

        private @Nullable Object percentile(List<Object> values, double fraction) {
            if (fraction < 0 || fraction > 1 || Double.isNaN(fraction)) {
                throw new SqlException(
                        SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                        "percentile value " + GeneralNumber.format(fraction, 0) + " is not between 0 and 1");
            }
            int n = values.size();
            if (n == 0) {
                return null;
            }
            if (!continuous) {
                int row = (int) Math.ceil(fraction * n);
                return values.get(Math.max(row, 1) - 1);
            }
            double position = fraction * (n - 1);
            int low = (int) Math.floor(position);
            int high = (int) Math.ceil(position);
            return low == high ? values.get(low) : between(values.get(low), values.get(high), position - low);
        }

        private static Object between(Object low, Object high, double proportion) {
            if (low instanceof Interval a) {
                Interval span = IntervalArithmetic.interval_mi((Interval) high, a);
                return IntervalArithmetic.interval_pl(IntervalArithmetic.interval_mul(span, proportion), a);
            }
            return (Double) low + proportion * ((Double) high - (Double) low);
        }
    }
}
