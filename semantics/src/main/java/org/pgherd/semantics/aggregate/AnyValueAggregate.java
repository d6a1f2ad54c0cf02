package org.pgherd.semantics.aggregate;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.vector.Vector;

/// any_value: the first that is not NULL.
final class AnyValueAggregate implements AggregateFunction {
    @Override
    public int[] oids() {
        return new int[] {6291};
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Firsts();
    }

    @Override
    public PartialPlan partialPlan(CallSite site, int aggregateOid) {
        return PartialPlan.same(aggregateOid, 1, site.resultType());
    }

    private static final class First {
        @Nullable
        Object value;
    }

    private static final class Firsts extends StateAccumulator<First> {
        @Override
        protected First create() {
            return new First();
        }

        @Override
        protected void accumulate(First state, Vector[] arguments, int row) {
            if (state.value == null) {
                state.value = arguments[0].boxed(row);
            }
        }

        @Override
        public void combine(int group, Vector[] partials, int row) {
            add(group, partials, row);
        }

        @Override
        protected @Nullable Object result(First state) {
            return state.value;
        }
    }
}
