package org.pgherd.semantics.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.floating.FloatRange;
import org.pgherd.semantics.vector.DoubleVector;
import org.pgherd.semantics.vector.Vector;

/// corr, covar_* and regr_* of pairs (y, x) (float.c:float8_regr_accum).
final class RegressionAggregate implements AggregateFunction {
    private final int oid;
    private final Function<Moments, @Nullable Double> result;

    private RegressionAggregate(int oid, Function<Moments, @Nullable Double> result) {
        this.oid = oid;
        this.result = result;
    }

    static List<AggregateFunction> all() {
        List<AggregateFunction> all = new ArrayList<>();
        all.add(new RegressionAggregate(
                2829, m -> m.sxx == 0 || m.syy == 0 ? null : (Double) (m.sxy / Math.sqrt(m.sxx * m.syy))));
        all.add(new RegressionAggregate(2827, m -> m.sxy / m.n));
        all.add(new RegressionAggregate(2828, m -> m.n < 2 ? null : (Double) (m.sxy / (m.n - 1))));
        all.add(new RegressionAggregate(2822, m -> m.sx / m.n));
        all.add(new RegressionAggregate(2823, m -> m.sy / m.n));
        all.add(new RegressionAggregate(2826, m -> m.sxx == 0 ? null : (Double) ((m.sy - m.sx * m.sxy / m.sxx) / m.n)));
        all.add(new RegressionAggregate(
                2824, m -> m.sxx == 0 ? null : (Double) (m.syy == 0 ? 1.0 : m.sxy * m.sxy / (m.sxx * m.syy))));
        all.add(new RegressionAggregate(2825, m -> m.sxx == 0 ? null : (Double) (m.sxy / m.sxx)));
        all.add(new RegressionAggregate(2819, m -> m.sxx));
        all.add(new RegressionAggregate(2821, m -> m.sxy));
        all.add(new RegressionAggregate(2820, m -> m.syy));
        return all;
    }

    @Override
    public int[] oids() {
        return new int[] {oid};
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Pairs();
    }

    private static final class Moments {
        double n;
        double sx;
        double sxx;
        double sy;
        double syy;
        double sxy;

        void add(double y, double x) {
            double before = n;
            double sxBefore = sx;
            double syBefore = sy;
            n += 1;
            sx += x;
            sy += y;
            if (before > 0) {
                double tx = x * n - sx;
                double ty = y * n - sy;
                double scale = 1.0 / (n * before);
                sxx += tx * tx * scale;
                syy += ty * ty * scale;
                sxy += tx * ty * scale;
                if (isInfinite(sx) || isInfinite(sxx) || isInfinite(sy) || isInfinite(syy) || isInfinite(sxy)) {
                    boolean finiteX = !isInfinite(sxBefore) && !isInfinite(x);
                    boolean finiteY = !isInfinite(syBefore) && !isInfinite(y);
                    if ((isInfinite(sx) || isInfinite(sxx)) && finiteX
                            || (isInfinite(sy) || isInfinite(syy)) && finiteY
                            || isInfinite(sxy) && finiteX && finiteY) {
                        throw FloatRange.overflow();
                    }
                    sxx = isInfinite(sxx) ? Double.NaN : sxx;
                    syy = isInfinite(syy) ? Double.NaN : syy;
                    sxy = isInfinite(sxy) ? Double.NaN : sxy;
                }
                return;
            }
            if (Double.isNaN(x) || isInfinite(x)) {
                sxx = Double.NaN;
                sxy = Double.NaN;
            }
            if (Double.isNaN(y) || isInfinite(y)) {
                syy = Double.NaN;
                sxy = Double.NaN;
            }
        }

        private static boolean isInfinite(double d) {
            return Double.isInfinite(d);
        }
    }

    private final class Pairs extends StateAccumulator<Moments> {
        @Override
        protected Moments create() {
            return new Moments();
        }

        @Override
        protected void accumulate(Moments state, Vector[] arguments, int row) {
            state.add(((DoubleVector) arguments[0]).get(row), ((DoubleVector) arguments[1]).get(row));
        }

        @Override
        protected @Nullable Object result(Moments state) {
            return result.apply(state);
        }
    }
}
