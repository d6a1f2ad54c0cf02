package org.pgherd.semantics.aggregate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.bits.BitFunctions;
import org.pgherd.semantics.function.range.MultirangeFunctions;
import org.pgherd.semantics.function.range.RangeFunctions;
import org.pgherd.semantics.value.BitString;
import org.pgherd.semantics.value.PgMultirange;
import org.pgherd.semantics.value.PgRange;
import org.pgherd.semantics.vector.Vector;

/// Aggregates that apply a function of two values from the first value on: bit_and, bit_or and bit_xor of bit
/// strings, range_intersect_agg.
final class FoldAggregate implements AggregateFunction {
    private interface Operator {
        Object apply(FunctionContext context, Object a, Object b);
    }

    private final int oid;
    private final Operator operator;

    private FoldAggregate(int oid, Operator operator) {
        this.oid = oid;
        this.operator = operator;
    }

    static List<AggregateFunction> all() {
        return List.of(
                new FoldAggregate(2242, (_, a, b) -> BitFunctions.bit_and((BitString) a, (BitString) b)),
                new FoldAggregate(2243, (_, a, b) -> BitFunctions.bit_or((BitString) a, (BitString) b)),
                new FoldAggregate(6167, (_, a, b) -> BitFunctions.bitxor((BitString) a, (BitString) b)),
                new FoldAggregate(4450, (c, a, b) -> RangeFunctions.range_intersect(c, (PgRange) a, (PgRange) b)),
                new FoldAggregate(
                        4389,
                        (c, a, b) -> MultirangeFunctions.multirange_intersect(c, (PgMultirange) a, (PgMultirange) b)));
    }

    @Override
    public int[] oids() {
        return new int[] {oid};
    }

    @Override
    public PartialPlan partialPlan(CallSite site, int aggregateOid) {
        return PartialPlan.same(aggregateOid, 1, site.resultType());
    }

    private static final class Value {
        @Nullable
        Object value;
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new StateAccumulator<Value>() {
            @Override
            protected Value create() {
                return new Value();
            }

            @Override
            protected void accumulate(Value state, Vector[] arguments, int row) {
                Object next = arguments[0].boxed(row);
                if (next != null) {
                    state.value = state.value == null ? next : operator.apply(context, state.value, next);
                }
            }

            @Override
            public void combine(int group, Vector[] partials, int row) {
                add(group, partials, row);
            }

            @Override
            protected @Nullable Object result(Value state) {
                return state.value;
            }
        };
    }
}
