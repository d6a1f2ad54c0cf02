package org.pgherd.semantics.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.MultirangeCodec;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.PgMultirange;
import org.pgherd.semantics.value.PgRange;
import org.pgherd.semantics.vector.Vector;

/// range_agg: the union of ranges or multiranges (multirangetypes.c).
final class RangeAggregate implements AggregateFunction {
    private static final int[] OIDS = {4301, 6227};

    @Override
    public int[] oids() {
        return OIDS.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        MultirangeCodec codec =
                (MultirangeCodec) Codecs.forType(site.resultType().oid(), context.types());
        return new StateAccumulator<List<PgRange>>() {
            @Override
            protected List<PgRange> create() {
                return new ArrayList<>();
            }

            @Override
            protected void accumulate(List<PgRange> state, Vector[] arguments, int row) {
                Object value = arguments[0].boxed(row);
                if (value instanceof PgRange range) {
                    state.add(range);
                    hold(48);
                } else if (value instanceof PgMultirange multirange) {
                    state.addAll(multirange.ranges());
                    hold(48L * multirange.ranges().size());
                }
            }

            @Override
            protected @Nullable Object result(List<PgRange> state) {
                return codec.make(state);
            }
        };
    }
}
