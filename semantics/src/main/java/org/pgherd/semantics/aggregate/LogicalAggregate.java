package org.pgherd.semantics.aggregate;

import java.util.Arrays;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.BooleanVector;
import org.pgherd.semantics.vector.BooleanVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// bool_and, every and bool_or.
final class LogicalAggregate implements AggregateFunction {
    private static final int BOOL_OR = 2518;
    private static final int[] OIDS = {2517, BOOL_OR, 2519};

    @Override
    public int[] oids() {
        return OIDS.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Tallies(aggregateOid == BOOL_OR);
    }

    @Override
    public PartialPlan partialPlan(CallSite site, int aggregateOid) {
        return PartialPlan.same(aggregateOid, 1, SqlType.BOOL);
    }

    private static final class Tallies implements GroupedAccumulator {
        private final boolean any;
        private long[] trues = new long[16];
        private long[] falses = new long[16];

        Tallies(boolean any) {
            this.any = any;
        }

        @Override
        public void ensureGroups(int count) {
            if (count > trues.length) {
                int capacity = Math.max(count, trues.length * 2);
                trues = Arrays.copyOf(trues, capacity);
                falses = Arrays.copyOf(falses, capacity);
            }
        }

        @Override
        public void reset(int group) {
            trues[group] = 0;
            falses[group] = 0;
        }

        private void count(int group, Vector v, int row, int by) {
            if (!v.isNull(row)) {
                if (((BooleanVector) v).get(row)) {
                    trues[group] += by;
                } else {
                    falses[group] += by;
                }
            }
        }

        @Override
        public void add(int group, Vector[] arguments, int row) {
            count(group, arguments[0], row, 1);
        }

        @Override
        public void combine(int group, Vector[] partials, int row) {
            count(group, partials[0], row, 1);
        }

        @Override
        public boolean supportsRemove() {
            return true;
        }

        @Override
        public void remove(int group, Vector[] arguments, int row) {
            count(group, arguments[0], row, -1);
        }

        @Override
        public void finish(int group, VectorBuilder out) {
            if (trues[group] + falses[group] == 0) {
                out.appendNull();
            } else {
                ((BooleanVectorBuilder) out).append(any ? trues[group] > 0 : falses[group] == 0);
            }
        }

        @Override
        public long memory() {
            return trues.length * 16L;
        }
    }
}
