package org.pgherd.semantics.aggregate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// min and max of every type that has an order here.
final class ExtremeAggregate implements AggregateFunction {
    private final int[] oids;
    /// 1 of max, -1 of min.
    private final int direction;

    private ExtremeAggregate(int direction, int... oids) {
        this.direction = direction;
        this.oids = oids;
    }

    static List<AggregateFunction> all() {
        return List.of(
                new ExtremeAggregate(
                        1, 2050, 2115, 2116, 2117, 2118, 2119, 2120, 2122, 2123, 2124, 2125, 2126, 2127, 2128, 2129,
                        2130, 2244, 2797, 3526, 3564, 4189, 5099, 6373, 6395),
                new ExtremeAggregate(
                        -1, 2051, 2131, 2132, 2133, 2134, 2135, 2136, 2138, 2139, 2140, 2141, 2142, 2143, 2144, 2145,
                        2146, 2245, 2798, 3527, 3565, 4190, 5100, 6374, 6396));
    }

    @Override
    public int[] oids() {
        return oids.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        SqlType type = site.argumentTypes().getFirst().withCollation(site.inputCollation());
        return new Extremes(direction, Orderings.boxed(type, context), type.oid() != TypeOids.BPCHAR);
    }

    @Override
    public PartialPlan partialPlan(CallSite site, int aggregateOid) {
        return PartialPlan.same(aggregateOid, 1, site.resultType());
    }

    private static final class Extremes implements GroupedAccumulator {
        private final int direction;
        private final Comparator<Object> order;
        /// Equal values may look different (1.0, 1.00): which of them stays is up to the type's function.
        private final boolean lastOfEquals;
        private @Nullable Object[] extremes = new Object[16];

        Extremes(int direction, Comparator<Object> order, boolean lastOfEquals) {
            this.direction = direction;
            this.order = order;
            this.lastOfEquals = lastOfEquals;
        }

        @Override
        public void ensureGroups(int count) {
            if (count > extremes.length) {
                extremes = Arrays.copyOf(extremes, Math.max(count, extremes.length * 2));
            }
        }

        @Override
        public void reset(int group) {
            extremes[group] = null;
        }

        @Override
        public void add(int group, Vector[] arguments, int row) {
            Object value = arguments[0].boxed(row);
            if (value != null) {
                Object best = extremes[group];
                int c = best == null ? 1 : Integer.signum(order.compare(value, best)) * direction;
                if (c > 0 || c == 0 && lastOfEquals) {
                    extremes[group] = value;
                }
            }
        }

        @Override
        public void combine(int group, Vector[] partials, int row) {
            add(group, partials, row);
        }

        @Override
        public void finish(int group, VectorBuilder out) {
            out.appendBoxed(extremes[group]);
        }

        @Override
        public long memory() {
            return extremes.length * 32L;
        }
    }
}
