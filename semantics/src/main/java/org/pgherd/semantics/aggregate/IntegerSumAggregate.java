package org.pgherd.semantics.aggregate;

import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.LongVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// sum of smallint and integer (bigint), and of bigint (numeric).
final class IntegerSumAggregate implements AggregateFunction {
    private static final int SUM_INT8 = 2107;
    private static final int[] OIDS = {SUM_INT8, 2108, 2109};

    @Override
    public int[] oids() {
        return OIDS.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Sums(aggregateOid == SUM_INT8);
    }

    @Override
    public PartialPlan partialPlan(CallSite site, int aggregateOid) {
        return PartialPlan.same(aggregateOid, 1, aggregateOid == SUM_INT8 ? SqlType.NUMERIC : SqlType.INT8);
    }

    private static final class Sums extends IntegerTotals {
        private final boolean asNumeric;

        Sums(boolean asNumeric) {
            this.asNumeric = asNumeric;
        }

        @Override
        public void combine(int group, Vector[] partials, int row) {
            if (!partials[0].isNull(row)) {
                counts[group]++;
                combineSum(group, partials[0], row);
            }
        }

        @Override
        public void finish(int group, VectorBuilder out) {
            if (counts[group] == 0) {
                out.appendNull();
            } else if (asNumeric) {
                out.appendBoxed(numericSum(group));
            } else {
                ((LongVectorBuilder) out).append(longSum(group));
            }
        }
    }
}
