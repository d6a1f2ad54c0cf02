package org.pgherd.semantics.aggregate;

import java.util.Arrays;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.LongVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// count(*), count(x) and regr_count(y, x): rows without a NULL among the arguments.
final class CountAggregate implements AggregateFunction {
    private static final int[] OIDS = {2803, 2147, 2818};

    @Override
    public int[] oids() {
        return OIDS.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Counts();
    }

    @Override
    public PartialPlan partialPlan(CallSite site, int aggregateOid) {
        return PartialPlan.same(aggregateOid, site.argumentTypes().size(), SqlType.INT8);
    }

    private static final class Counts implements GroupedAccumulator {
        private long[] counts = new long[16];

        @Override
        public void ensureGroups(int count) {
            if (count > counts.length) {
                counts = Arrays.copyOf(counts, Math.max(count, counts.length * 2));
            }
        }

        @Override
        public void reset(int group) {
            counts[group] = 0;
        }

        @Override
        public void add(int group, Vector[] arguments, int row) {
            for (Vector argument : arguments) {
                if (argument.isNull(row)) {
                    return;
                }
            }
            counts[group]++;
        }

        @Override
        public void addAll(int[] groups, Vector[] arguments, int from, int to) {
            if (arguments.length == 0 || arguments.length == 1 && arguments[0].nulls() == null) {
                for (int row = from; row < to; row++) {
                    counts[groups[row]]++;
                }
            } else {
                GroupedAccumulator.super.addAll(groups, arguments, from, to);
            }
        }

        @Override
        public void addAll(int group, Vector[] arguments, int from, int to) {
            if (arguments.length == 0 || arguments.length == 1 && arguments[0].nulls() == null) {
                counts[group] += to - from;
            } else {
                GroupedAccumulator.super.addAll(group, arguments, from, to);
            }
        }

        @Override
        public void combine(int group, Vector[] partials, int row) {
            if (!partials[0].isNull(row)) {
                counts[group] += ((LongVector) partials[0]).get(row);
            }
        }

        @Override
        public boolean supportsRemove() {
            return true;
        }

        @Override
        public void remove(int group, Vector[] arguments, int row) {
            for (Vector argument : arguments) {
                if (argument.isNull(row)) {
                    return;
                }
            }
            counts[group]--;
        }

        @Override
        public void finish(int group, VectorBuilder out) {
            ((LongVectorBuilder) out).append(counts[group]);
        }

        @Override
        public long memory() {
            return counts.length * 8L;
        }
    }
}
