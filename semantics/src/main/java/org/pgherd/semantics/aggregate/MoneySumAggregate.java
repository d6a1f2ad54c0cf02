package org.pgherd.semantics.aggregate;

import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.LongVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// sum of money, checked at every step (cash.c:cash_pl); not split, because the parts may overflow where the whole
/// does not.
final class MoneySumAggregate implements AggregateFunction {
    private static final int SUM = 2112;

    @Override
    public int[] oids() {
        return new int[] {SUM};
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Sums();
    }

    private static final class Sums implements GroupedAccumulator {
        private long[] sums = new long[16];
        private boolean[] seen = new boolean[16];

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
            sums[group] = 0;
            seen[group] = false;
        }

        @Override
        public void add(int group, Vector[] arguments, int row) {
            if (!arguments[0].isNull(row)) {
                long x = ((LongVector) arguments[0]).get(row);
                long sum = sums[group] + x;
                if (((sums[group] ^ sum) & (x ^ sum)) < 0) {
                    throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "money out of range");
                }
                sums[group] = sum;
                seen[group] = true;
            }
        }

        @Override
        public void finish(int group, VectorBuilder out) {
            if (seen[group]) {
                ((LongVectorBuilder) out).append(sums[group]);
            } else {
                out.appendNull();
            }
        }

        @Override
        public long memory() {
            return sums.length * 9L;
        }
    }
}
