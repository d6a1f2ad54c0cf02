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

    /// Values of one scale that fit into a long, by far the most, are added up in one.
    private static final class Sum {
        private Numeric total = Numeric.ZERO;
        private long small;
        private int scale;
        long count;

        void add(Numeric value) {
            if (!value.isCompact()) {
                total = total.add(value);
                return;
            }
            if (value.scale() != scale) {
                fold();
                scale = value.scale();
            }
            long added = value.compactValue();
            long sum = small + added;
            if (((small ^ sum) & (added ^ sum)) < 0) {
                fold();
                sum = added;
            }
            small = sum;
        }

        private void fold() {
            total = sum();
            small = 0;
        }

        Numeric sum() {
            return total.add(Numeric.of(small, scale));
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
            state.add((Numeric) Objects.requireNonNull(((RefVector) arguments[0]).get(row)));
            state.count++;
        }

        @Override
        public void addAll(int[] groups, Vector[] arguments, int from, int to) {
            @Nullable Object[] values = ((RefVector) arguments[0]).values();
            for (int row = from; row < to; row++) {
                Object value = values[row];
                if (value != null) {
                    Sum state = state(groups[row]);
                    state.add((Numeric) value);
                    state.count++;
                }
            }
        }

        @Override
        public void combine(int group, Vector[] partials, int row) {
            if (!partials[0].isNull(row)) {
                Sum state = state(group);
                state.add((Numeric) Objects.requireNonNull(((RefVector) partials[0]).get(row)));
                state.count += average ? ((LongVector) partials[1]).get(row) : 1;
            }
        }

        @Override
        protected @Nullable Object result(Sum state) {
            return average ? state.sum().divide(Numeric.of(state.count)) : state.sum();
        }
    }
}
