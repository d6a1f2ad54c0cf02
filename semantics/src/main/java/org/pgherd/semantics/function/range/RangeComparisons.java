package org.pgherd.semantics.function.range;

import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.PgRange;

/// Order, position, containment and overlap of ranges (rangetypes.c). An empty range is nowhere.
public final class RangeComparisons {
    private RangeComparisons() {}

    private static int order(FunctionContext context, PgRange a, PgRange b) {
        return Integer.signum(Orderings.compare(a.typeOid(), 0, a, b, context.types()));
    }

    private static RangeAlgebra algebra(FunctionContext context, PgRange a) {
        return new RangeAlgebra(context, a.typeOid());
    }

    private static boolean anyEmpty(PgRange a, PgRange b) {
        return a.empty() || b.empty();
    }

    @PgFunction(oid = 3871)
    public static boolean range_lt(FunctionContext context, PgRange a, PgRange b) {
        return order(context, a, b) < 0;
    }

    @PgFunction(oid = 3872)
    public static boolean range_le(FunctionContext context, PgRange a, PgRange b) {
        return order(context, a, b) <= 0;
    }

    @PgFunction(oid = 3874)
    public static boolean range_gt(FunctionContext context, PgRange a, PgRange b) {
        return order(context, a, b) > 0;
    }

    @PgFunction(oid = 3873)
    public static boolean range_ge(FunctionContext context, PgRange a, PgRange b) {
        return order(context, a, b) >= 0;
    }

    @PgFunction(oid = 3855)
    public static boolean range_eq(FunctionContext context, PgRange a, PgRange b) {
        return order(context, a, b) == 0;
    }

    @PgFunction(oid = 3856)
    public static boolean range_ne(FunctionContext context, PgRange a, PgRange b) {
        return order(context, a, b) != 0;
    }

    @PgFunction(oid = 3870)
    public static int range_cmp(FunctionContext context, PgRange a, PgRange b) {
        return order(context, a, b);
    }

    @PgFunction(oid = 3859)
    public static boolean range_contains(FunctionContext context, PgRange a, PgRange b) {
        return algebra(context, a).contains(a, b);
    }

    @PgFunction(oid = 3861)
    public static boolean range_contained_by(FunctionContext context, PgRange a, PgRange b) {
        return algebra(context, a).contains(b, a);
    }

    @PgFunction(oid = 3858)
    public static boolean range_contains_elem(FunctionContext context, PgRange a, Object value) {
        return algebra(context, a).containsElement(a, value);
    }

    @PgFunction(oid = 3860)
    public static boolean elem_contained_by_range(FunctionContext context, Object value, PgRange a) {
        return algebra(context, a).containsElement(a, value);
    }

    @PgFunction(oid = 3857)
    public static boolean range_overlaps(FunctionContext context, PgRange a, PgRange b) {
        return algebra(context, a).overlaps(a, b);
    }

    @PgFunction(oid = 3862)
    public static boolean range_adjacent(FunctionContext context, PgRange a, PgRange b) {
        return algebra(context, a).adjacent(a, b);
    }

    @PgFunction(oid = 3863)
    public static boolean range_before(FunctionContext context, PgRange a, PgRange b) {
        return !anyEmpty(a, b) && algebra(context, a).compare(RangeAlgebra.upper(a), RangeAlgebra.lower(b)) < 0;
    }

    @PgFunction(oid = 3864)
    public static boolean range_after(FunctionContext context, PgRange a, PgRange b) {
        return !anyEmpty(a, b) && algebra(context, a).compare(RangeAlgebra.lower(a), RangeAlgebra.upper(b)) > 0;
    }

    @PgFunction(oid = 3865)
    public static boolean range_overleft(FunctionContext context, PgRange a, PgRange b) {
        return !anyEmpty(a, b) && algebra(context, a).compare(RangeAlgebra.upper(a), RangeAlgebra.upper(b)) <= 0;
    }

    @PgFunction(oid = 3866)
    public static boolean range_overright(FunctionContext context, PgRange a, PgRange b) {
        return !anyEmpty(a, b) && algebra(context, a).compare(RangeAlgebra.lower(a), RangeAlgebra.lower(b)) >= 0;
    }
}
