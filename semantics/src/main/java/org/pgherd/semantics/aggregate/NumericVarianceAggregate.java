package org.pgherd.semantics.aggregate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.numeric.NumericTranscendentals;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;

/// Variance and standard deviation of integers and numeric, from exact sums (numeric.c:numeric_stddev_internal).
final class NumericVarianceAggregate implements AggregateFunction {
    private static final int COUNT = 2147;
    private static final int SUM_NUMERIC = 2114;

    private final int[] oids;
    private final boolean variance;
    private final boolean sample;

    private NumericVarianceAggregate(boolean variance, boolean sample, int... oids) {
        this.oids = oids;
        this.variance = variance;
        this.sample = sample;
    }

    static List<AggregateFunction> all() {
        return List.of(
                new NumericVarianceAggregate(true, true, 2641, 2642, 2643, 2646, 2148, 2149, 2150, 2153),
                new NumericVarianceAggregate(true, false, 2718, 2719, 2720, 2723),
                new NumericVarianceAggregate(false, true, 2154, 2155, 2156, 2159, 2712, 2713, 2714, 2717),
                new NumericVarianceAggregate(false, false, 2724, 2725, 2726, 2729));
    }

    @Override
    public int[] oids() {
        return oids.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Sums(variance, sample);
    }

    @Override
    public PartialPlan partialPlan(CallSite site, int aggregateOid) {
        return new PartialPlan(List.of(
                new PartialPlan.Column(COUNT, PartialPlan.Argument.plain(1), SqlType.INT8),
                new PartialPlan.Column(
                        SUM_NUMERIC,
                        List.of(new PartialPlan.Argument(0, PartialPlan.Form.AS_NUMERIC)),
                        SqlType.NUMERIC),
                new PartialPlan.Column(
                        SUM_NUMERIC,
                        List.of(new PartialPlan.Argument(0, PartialPlan.Form.SQUARE_AS_NUMERIC)),
                        SqlType.NUMERIC)));
    }

    /// Squares may be larger, and finer, than numeric holds.
    private static final class Sum {
        long count;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        boolean finite = true;

        void add(Numeric ofValues, @Nullable Numeric ofSquares) {
            if (!ofValues.isFinite() || ofSquares != null && !ofSquares.isFinite()) {
                finite = false;
                return;
            }
            BigDecimal x = ofValues.toBigDecimal();
            sum = sum.add(x);
            squares = squares.add(ofSquares == null ? x.multiply(x) : ofSquares.toBigDecimal());
        }
    }

    private static final class Sums extends StateAccumulator<Sum> {
        private final boolean variance;
        private final boolean sample;

        Sums(boolean variance, boolean sample) {
            this.variance = variance;
            this.sample = sample;
        }

        @Override
        protected Sum create() {
            return new Sum();
        }

        @Override
        protected void accumulate(Sum state, Vector[] arguments, int row) {
            Numeric x = switch (arguments[0]) {
                case IntVector v -> Numeric.of(v.get(row));
                case LongVector v -> Numeric.of(v.get(row));
                default -> (Numeric) Objects.requireNonNull(((RefVector) arguments[0]).get(row));
            };
            state.count++;
            state.add(x, null);
        }

        @Override
        public void combine(int group, Vector[] partials, int row) {
            long count = ((LongVector) partials[0]).get(row);
            if (count > 0) {
                Sum state = state(group);
                state.count += count;
                state.add((Numeric) Objects.requireNonNull(((RefVector) partials[1]).get(row)), (Numeric)
                        Objects.requireNonNull(((RefVector) partials[2]).get(row)));
            }
        }

        @Override
        protected @Nullable Object result(Sum state) {
            if (sample && state.count <= 1) {
                return null;
            }
            if (!state.finite) {
                return Numeric.NAN;
            }
            BigDecimal count = BigDecimal.valueOf(state.count);
            BigDecimal numerator = count.multiply(state.squares).subtract(state.sum.multiply(state.sum));
            if (numerator.signum() <= 0) {
                return Numeric.ZERO;
            }
            BigDecimal denominator = count.multiply(sample ? BigDecimal.valueOf(state.count - 1) : count);
            Numeric result = Numeric.quotient(numerator, denominator);
            return variance ? result : NumericTranscendentals.sqrt(result, result.scale());
        }
    }
}
