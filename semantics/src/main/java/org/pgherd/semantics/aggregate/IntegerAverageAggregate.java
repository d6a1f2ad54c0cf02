package org.pgherd.semantics.aggregate;

import java.util.List;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// avg of smallint, integer and bigint: numeric.
final class IntegerAverageAggregate implements AggregateFunction {
    private static final int COUNT = 2147;
    private static final int AVG_INT8 = 2100;
    private static final int AVG_INT4 = 2101;
    private static final int[] OIDS = {AVG_INT8, AVG_INT4, 2102};

    @Override
    public int[] oids() {
        return OIDS.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Averages();
    }

    @Override
    public PartialPlan partialPlan(CallSite site, int aggregateOid) {
        int sum = aggregateOid == AVG_INT8 ? 2107 : aggregateOid == AVG_INT4 ? 2108 : 2109;
        return new PartialPlan(List.of(
                new PartialPlan.Column(COUNT, PartialPlan.Argument.plain(1), SqlType.INT8),
                new PartialPlan.Column(
                        sum,
                        PartialPlan.Argument.plain(1),
                        aggregateOid == AVG_INT8 ? SqlType.NUMERIC : SqlType.INT8)));
    }

    private static final class Averages extends IntegerTotals {
        @Override
        public void combine(int group, Vector[] partials, int row) {
            counts[group] += ((LongVector) partials[0]).get(row);
            combineSum(group, partials[1], row);
        }

        @Override
        public void finish(int group, VectorBuilder out) {
            if (counts[group] == 0) {
                out.appendNull();
            } else {
                out.appendBoxed(numericSum(group).divide(Numeric.of(counts[group])));
            }
        }
    }
}
