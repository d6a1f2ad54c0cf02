package org.pgherd.semantics.aggregate;

import java.util.Arrays;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.floating.FloatArithmetic;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.DoubleVector;
import org.pgherd.semantics.vector.DoubleVectorBuilder;
import org.pgherd.semantics.vector.FloatVector;
import org.pgherd.semantics.vector.FloatVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// sum of real and of double precision, added in the order of the rows and in the type itself.
final class FloatSumAggregate implements AggregateFunction {
    private static final int SUM_FLOAT4 = 2110;
    private static final int[] OIDS = {SUM_FLOAT4, 2111};

    @Override
    public int[] oids() {
        return OIDS.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Sums(aggregateOid == SUM_FLOAT4);
    }

    @Override
    public PartialPlan partialPlan(CallSite site, int aggregateOid) {
        return PartialPlan.same(aggregateOid, 1, aggregateOid == SUM_FLOAT4 ? SqlType.FLOAT4 : SqlType.FLOAT8);
    }

    private static final class Sums implements GroupedAccumulator {
        private final boolean single;
        private double[] sums = new double[16];
        private boolean[] seen = new boolean[16];

        Sums(boolean single) {
            this.single = single;
        }

        @Override
        public void ensureGroups(int count) {
            if (count > sums.length) {
                int capacity = Math.max(count, sums.length * 2);
                sums = Arrays.copyOf(sums, capacity);
                seen = Arrays.copyOf(seen, capacity);
            }
        }

        @Override
        public void reset(int group) {
            seen[group] = false;
        }

        @Override
        public void add(int group, Vector[] arguments, int row) {
            Vector v = arguments[0];
            if (v.isNull(row)) {
                return;
            }
            double x = single ? ((FloatVector) v).get(row) : ((DoubleVector) v).get(row);
            if (!seen[group]) {
                seen[group] = true;
                sums[group] = x;
            } else if (single) {
                sums[group] = FloatArithmetic.float4pl((float) sums[group], (float) x);
            } else {
                sums[group] = FloatArithmetic.float8pl(sums[group], x);
            }
        }

        @Override
        public void combine(int group, Vector[] partials, int row) {
            add(group, partials, row);
        }

        @Override
        public void finish(int group, VectorBuilder out) {
            if (!seen[group]) {
                out.appendNull();
            } else if (single) {
                ((FloatVectorBuilder) out).append((float) sums[group]);
            } else {
                ((DoubleVectorBuilder) out).append(sums[group]);
            }
        }

        @Override
        public long memory() {
            return sums.length * 9L;
        }
    }
}
