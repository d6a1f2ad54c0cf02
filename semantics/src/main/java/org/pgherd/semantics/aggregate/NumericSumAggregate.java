package org.pgherd.semantics.aggregate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;

/// sum and avg of numeric.
final class NumericSumAggregate implements AggregateFunction {
    private static final int COUNT = 2147;
    private static final int SUM = 2114;
    private static final int AVG = 2103;
    private static final int[] OIDS = {SUM, AVG};

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
        PartialPlan.Column sum = new PartialPlan.Column(SUM, PartialPlan.Argument.plain(1), SqlType.NUMERIC);
        return aggregateOid == SUM
                ? new PartialPlan(List.of(sum))
                : new PartialPlan(
                        List.of(sum, new PartialPlan.Column(COUNT, PartialPlan.Argument.plain(1), SqlType.INT8)));
    }

    private static final class Sum {
        Numeric sum = Numeric.ZERO;
        long count;
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
            state.sum = state.sum.add((Numeric) Objects.requireNonNull(((RefVector) arguments[0]).get(row)));
            state.count++;
        }

        @Override
        public void combine(int group, Vector[] partials, int row) {
            if (!partials[0].isNull(row)) {
                Sum state = state(group);
                state.sum = state.sum.add((Numeric) Objects.requireNonNull(((RefVector) partials[0]).get(row)));
                state.count += average ? ((LongVector) partials[1]).get(row) : 1;
            }
        }

        @Override
        protected @Nullable Object result(Sum state) {
            return average ? state.sum.divide(Numeric.of(state.count)) : state.sum;
        }
    }
}
