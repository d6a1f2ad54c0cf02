package org.pgherd.semantics.aggregate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.datetime.IntervalArithmetic;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;

/// sum and avg of interval (timestamp.c:IntervalAggState): infinities are counted aside.
final class IntervalSumAggregate implements AggregateFunction {
    private static final int COUNT = 2147;
    private static final int AVG = 2106;
    private static final int SUM = 2113;
    private static final int[] OIDS = {AVG, SUM};

    @Override
    public int[] oids() {
        return OIDS.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Sums(aggregateOid == AVG);
    }

    @Override
    public PartialPlan partialPlan(CallSite site, int aggregateOid) {
        PartialPlan.Column sum = new PartialPlan.Column(SUM, PartialPlan.Argument.plain(1), SqlType.INTERVAL);
        return aggregateOid == SUM
                ? new PartialPlan(List.of(sum))
                : new PartialPlan(
                        List.of(sum, new PartialPlan.Column(COUNT, PartialPlan.Argument.plain(1), SqlType.INT8)));
    }

    private static final class Sum {
        Interval sum = Interval.ZERO;
        long count;
        long infinite;
        long minusInfinite;

        void add(Interval x, long times) {
            if (x.isInfinite()) {
                if (x.months() > 0) {
                    infinite++;
                } else {
                    minusInfinite++;
                }
            } else {
                sum = IntervalArithmetic.interval_pl(sum, x);
            }
            count += times;
        }
    }

    private static final class Sums extends StateAccumulator<Sum> {
        private final boolean average;

        Sums(boolean average) {
            this.average = average;
        }

        @Override
        protected Sum create() {
            return new Sum();
        }

        @Override
        protected void accumulate(Sum state, Vector[] arguments, int row) {
            state.add((Interval) Objects.requireNonNull(((RefVector) arguments[0]).get(row)), 1);
        }

        @Override
        public void combine(int group, Vector[] partials, int row) {
            Interval sum = (Interval) ((RefVector) partials[0]).get(row);
            if (sum != null) {
                state(group).add(sum, average ? ((LongVector) partials[1]).get(row) : 1);
            }
        }

        @Override
        protected @Nullable Object result(Sum state) {
            if (state.infinite > 0 || state.minusInfinite > 0) {
                Interval infinite = state.infinite > 0 ? Interval.INFINITY : Interval.MINUS_INFINITY;
                return state.minusInfinite > 0
                        ? IntervalArithmetic.interval_pl(infinite, Interval.MINUS_INFINITY)
                        : infinite;
            }
            return average ? IntervalArithmetic.interval_div(state.sum, state.count) : state.sum;
        }
    }
}
