package org.pgherd.semantics.aggregate;

import java.util.List;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.Vector;

/// bit_and, bit_or and bit_xor of integers.
final class BitAggregate implements AggregateFunction {
    private final int[] oids;
    private final int int8Oid;
    private final LongBinaryOperator operator;

    private BitAggregate(LongBinaryOperator operator, int int2Oid, int int4Oid, int int8Oid) {
        this.oids = new int[] {int2Oid, int4Oid, int8Oid};
        this.int8Oid = int8Oid;
        this.operator = operator;
    }

    static List<AggregateFunction> all() {
        return List.of(
                new BitAggregate((a, b) -> a & b, 2236, 2238, 2240),
                new BitAggregate((a, b) -> a | b, 2237, 2239, 2241),
                new BitAggregate((a, b) -> a ^ b, 6164, 6165, 6166));
    }

    @Override
    public int[] oids() {
        return oids.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Bits(aggregateOid == int8Oid);
    }

    @Override
    public PartialPlan partialPlan(CallSite site, int aggregateOid) {
        return PartialPlan.same(aggregateOid, 1, site.resultType());
    }

    private static final class Value {
        long bits;
        boolean set;
    }

    private final class Bits extends StateAccumulator<Value> {
        private final boolean asLong;

        Bits(boolean asLong) {
            this.asLong = asLong;
        }

        @Override
        protected Value create() {
            return new Value();
        }

        @Override
        protected void accumulate(Value state, Vector[] arguments, int row) {
            long x = arguments[0] instanceof IntVector v ? v.get(row) : ((LongVector) arguments[0]).get(row);
            state.bits = state.set ? operator.applyAsLong(state.bits, x) : x;
            state.set = true;
        }

        @Override
        public void combine(int group, Vector[] partials, int row) {
            add(group, partials, row);
        }

        @Override
        protected @Nullable Object result(Value state) {
            if (asLong) {
                return state.bits;
            }
            return (int) state.bits;
        }
    }
}
