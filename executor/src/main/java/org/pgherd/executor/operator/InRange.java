package org.pgherd.executor.operator;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.expression.Calls;
import org.pgherd.executor.expression.EvaluationContext;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.compare.Ordering;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionRegistry;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Numeric;

/// Whether a value lies within an offset of another in RANGE frames: the in_range support functions of btree.
/// Those of integers and floats are transplanted from int.c, int8.c and float.c; of types with an interval
/// offset the sum is made by the type's own operators, as their in_range functions do.
@FunctionalInterface
interface InRange {
    /// Whether `value <= base +- offset` (less) or `>=`.
    boolean test(Object value, Object base, Object offset, boolean subtract, boolean less);

    /// @param function oid of the support function
    static InRange of(int function, SqlType type, SqlType offsetType, int collation, EvaluationContext context) {
        if (FunctionRegistry.instance().function(function) != null) {
            Calls.Invocation call = Calls.invocation(
                    function,
                    CallSite.of(SqlType.BOOL, type, type, offsetType, SqlType.BOOL, SqlType.BOOL)
                            .withInputCollation(collation));
            return (value, base, offset, subtract, less) ->
                    Boolean.TRUE.equals(call.call(context, value, base, offset, subtract, less));
        }
        return switch (type.oid()) {
            case TypeOids.INT2, TypeOids.INT4, TypeOids.INT8 -> InRange::integers;
            case TypeOids.FLOAT4, TypeOids.FLOAT8 -> InRange::floats;
            case TypeOids.NUMERIC -> InRange::numerics;
            default -> byOperators(type, offsetType, context);
        };
    }

    private static boolean integers(Object value, Object base, Object offset, boolean subtract, boolean less) {
        long distance = ((Number) offset).longValue();
        if (distance < 0) {
            throw invalidSize();
        }
        long from = ((Number) base).longValue();
        long sum = subtract ? from - distance : from + distance;
        boolean overflow = subtract ? sum > from : sum < from;
        if (overflow) {
            return subtract != less;
        }
        long tested = ((Number) value).longValue();
        return less ? tested <= sum : tested >= sum;
    }

    private static boolean floats(Object value, Object base, Object offset, boolean subtract, boolean less) {
        double distance = ((Number) offset).doubleValue();
        if (Double.isNaN(distance) || distance < 0) {
            throw invalidSize();
        }
        double tested = ((Number) value).doubleValue();
        double from = ((Number) base).doubleValue();
        if (Double.isNaN(tested)) {
            return Double.isNaN(from) || !less;
        }
        if (Double.isNaN(from)) {
            return less;
        }
        if (Double.isInfinite(distance) && Double.isInfinite(from) && (subtract ? from > 0 : from < 0)) {
            return true;
        }
        double sum = subtract ? from - distance : from + distance;
        return less ? tested <= sum : tested >= sum;
    }

    private static boolean numerics(Object value, Object base, Object offset, boolean subtract, boolean less) {
        Numeric distance = (Numeric) offset;
        Numeric tested = (Numeric) value;
        Numeric from = (Numeric) base;
        if (distance.isNaN() || distance.signum() < 0) {
            throw invalidSize();
        }
        if (tested.isNaN()) {
            return from.isNaN() || !less;
        }
        if (from.isNaN()) {
            return less;
        }
        if (distance.isInfinite() && from.isInfinite() && (subtract ? from.signum() > 0 : from.signum() < 0)) {
            return true;
        }
        int comparison = tested.compareTo(subtract ? from.subtract(distance) : from.add(distance));
        return less ? comparison <= 0 : comparison >= 0;
    }

    private static InRange byOperators(SqlType type, SqlType offsetType, EvaluationContext context) {
        OperatorRow plus = BuiltinCatalog.instance().operator("+", type.oid(), offsetType.oid());
        OperatorRow minus = BuiltinCatalog.instance().operator("-", type.oid(), offsetType.oid());
        if (plus == null || minus == null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "RANGE with offset PRECEDING/FOLLOWING over this type cannot be computed by the coordinator");
        }
        SqlType sumType = SqlType.of(plus.result());
        Calls.Invocation add = Calls.invocation(plus.functionOid(), CallSite.of(sumType, type, offsetType));
        Calls.Invocation take = Calls.invocation(minus.functionOid(), CallSite.of(sumType, type, offsetType));
        Ordering ordering = Orderings.of(sumType, context.functions().types());
        boolean date = type.oid() == TypeOids.DATE && sumType.oid() == TypeOids.TIMESTAMP;
        return (value, base, offset, subtract, less) -> {
            if (offset instanceof Interval interval && interval.compareTo(Interval.ZERO) < 0) {
                throw invalidSize();
            }
            Object sum = (subtract ? take : add).call(context, base, offset);
            Object tested = date ? (Object) ((Integer) value * Interval.MICROS_PER_DAY) : value;
            if (sum == null) {
                throw new AssertionError("the sum of values is NULL");
            }
            int comparison = ordering.compare(tested, sum);
            return less ? comparison <= 0 : comparison >= 0;
        };
    }

    private static SqlException invalidSize() {
        return new SqlException(
                SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE, "invalid preceding or following size in window function");
    }
}
