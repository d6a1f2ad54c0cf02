package org.pgherd.semantics.aggregate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.floating.FloatRange;
import org.pgherd.semantics.vector.DoubleVector;
import org.pgherd.semantics.vector.FloatVector;
import org.pgherd.semantics.vector.Vector;

/// avg, variance and standard deviation of real and double precision by the Youngs-Cramer recurrence
/// (float.c:float8_accum). Not split: the sums of squares of shards would be other ones.
final class FloatVarianceAggregate implements AggregateFunction {
    private enum Result {
        AVERAGE,
        VARIANCE,
        DEVIATION
    }

    private final int[] oids;
    private final Result result;
    private final boolean sample;

    private FloatVarianceAggregate(Result result, boolean sample, int... oids) {
        this.oids = oids;
        this.result = result;
        this.sample = sample;
    }

    static List<AggregateFunction> all() {
        return List.of(
                new FloatVarianceAggregate(Result.AVERAGE, false, 2104, 2105),
                new FloatVarianceAggregate(Result.VARIANCE, true, 2644, 2645, 2151, 2152),
                new FloatVarianceAggregate(Result.VARIANCE, false, 2721, 2722),
                new FloatVarianceAggregate(Result.DEVIATION, true, 2157, 2158, 2715, 2716),
                new FloatVarianceAggregate(Result.DEVIATION, false, 2727, 2728));
    }

    @Override
    public int[] oids() {
        return oids.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Moments();
    }

    private static final class Moment {
        double n;
        double sum;
        double squares;

        void add(double x) {
            double before = n;
            double sumBefore = sum;
            n += 1;
            sum += x;
            if (before > 0) {
                double t = x * n - sum;
                squares += t * t / (n * before);
                if (Double.isInfinite(sum) || Double.isInfinite(squares)) {
                    if (!Double.isInfinite(sumBefore) && !Double.isInfinite(x)) {
                        throw FloatRange.overflow();
                    }
                    squares = Double.NaN;
                }
            } else if (Double.isNaN(x) || Double.isInfinite(x)) {
                squares = Double.NaN;
            }
        }
    }

    private final class Moments extends StateAccumulator<Moment> {
        @Override
        protected Moment create() {
            return new Moment();
        }

        @Override
        protected void accumulate(Moment state, Vector[] arguments, int row) {
            state.add(arguments[0] instanceof FloatVector f ? f.get(row) : ((DoubleVector) arguments[0]).get(row));
        }

        @Override
        protected @Nullable Object result(Moment m) {
            if (result == Result.AVERAGE) {
                return m.sum / m.n;
            }
            if (sample && m.n <= 1) {
                return null;
            }
            double variance = m.squares / (sample ? m.n - 1 : m.n);
            return result == Result.VARIANCE ? variance : Math.sqrt(variance);
        }
    }
}
