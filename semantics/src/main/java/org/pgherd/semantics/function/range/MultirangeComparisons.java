package org.pgherd.semantics.function.range;

import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.PgMultirange;
import org.pgherd.semantics.value.PgRange;

/// Order, position, containment and overlap of multiranges, among themselves and with ranges (multirangetypes.c).
public final class MultirangeComparisons {
    private MultirangeComparisons() {}

    private static int order(FunctionContext context, PgMultirange a, PgMultirange b) {
        return Integer.signum(Orderings.compare(a.typeOid(), 0, a, b, context.types()));
    }

    private static MultirangeAlgebra algebra(FunctionContext context, PgMultirange a) {
        return new MultirangeAlgebra(context, a.typeOid());
    }

    @PgFunction(oid = 4244)
    public static boolean multirange_eq(FunctionContext context, PgMultirange a, PgMultirange b) {
        return order(context, a, b) == 0;
    }

    @PgFunction(oid = 4245)
    public static boolean multirange_ne(FunctionContext context, PgMultirange a, PgMultirange b) {
        return order(context, a, b) != 0;
    }

    @PgFunction(oid = 4274)
    public static boolean multirange_lt(FunctionContext context, PgMultirange a, PgMultirange b) {
        return order(context, a, b) < 0;
    }

    @PgFunction(oid = 4275)
    public static boolean multirange_le(FunctionContext context, PgMultirange a, PgMultirange b) {
        return order(context, a, b) <= 0;
    }

    @PgFunction(oid = 4276)
    public static boolean multirange_ge(FunctionContext context, PgMultirange a, PgMultirange b) {
        return order(context, a, b) >= 0;
    }

    @PgFunction(oid = 4277)
    public static boolean multirange_gt(FunctionContext context, PgMultirange a, PgMultirange b) {
        return order(context, a, b) > 0;
    }

    @PgFunction(oid = 4273)
    public static int multirange_cmp(FunctionContext context, PgMultirange a, PgMultirange b) {
        return order(context, a, b);
    }

    @PgFunction(oid = 4246)
    public static boolean range_overlaps_multirange(FunctionContext context, PgRange a, PgMultirange b) {
        return algebra(context, b).overlaps(b, a);
    }

    @PgFunction(oid = 4247)
    public static boolean multirange_overlaps_range(FunctionContext context, PgMultirange a, PgRange b) {
        return algebra(context, a).overlaps(a, b);
    }

    @PgFunction(oid = 4248)
    public static boolean multirange_overlaps_multirange(FunctionContext context, PgMultirange a, PgMultirange b) {
        return algebra(context, a).overlaps(a, b);
    }

    @PgFunction(oid = 4249)
    public static boolean multirange_contains_elem(FunctionContext context, PgMultirange a, Object value) {
        return algebra(context, a).containsElement(a, value);
    }

    @PgFunction(oid = 4252)
    public static boolean elem_contained_by_multirange(FunctionContext context, Object value, PgMultirange a) {
        return algebra(context, a).containsElement(a, value);
    }

    @PgFunction(oid = 4250)
    public static boolean multirange_contains_range(FunctionContext context, PgMultirange a, PgRange b) {
        return algebra(context, a).contains(a, b);
    }

    @PgFunction(oid = 4251)
    public static boolean multirange_contains_multirange(FunctionContext context, PgMultirange a, PgMultirange b) {
        return algebra(context, a).contains(a, b);
    }

    @PgFunction(oid = 4253)
    public static boolean range_contained_by_multirange(FunctionContext context, PgRange a, PgMultirange b) {
        return algebra(context, b).contains(b, a);
    }

    @PgFunction(oid = 4254)
    public static boolean multirange_contained_by_multirange(FunctionContext context, PgMultirange a, PgMultirange b) {
        return algebra(context, a).contains(b, a);
    }

    private static boolean rangeContains(MultirangeAlgebra algebra, PgRange range, PgMultirange parts) {
        return algebra.ranges().contains(range, algebra.hull(parts));
    }

    @PgFunction(oid = 4541)
    public static boolean range_contains_multirange(FunctionContext context, PgRange a, PgMultirange b) {
        return rangeContains(algebra(context, b), a, b);
    }

    @PgFunction(oid = 4542)
    public static boolean multirange_contained_by_range(FunctionContext context, PgMultirange a, PgRange b) {
        return rangeContains(algebra(context, a), b, a);
    }

    @PgFunction(oid = 4255)
    public static boolean range_adjacent_multirange(FunctionContext context, PgRange a, PgMultirange b) {
        MultirangeAlgebra algebra = algebra(context, b);
        return algebra.adjacent(a, algebra.hull(b));
    }

    @PgFunction(oid = 4257)
    public static boolean multirange_adjacent_range(FunctionContext context, PgMultirange a, PgRange b) {
        MultirangeAlgebra algebra = algebra(context, a);
        return algebra.adjacent(algebra.hull(a), b);
    }

    @PgFunction(oid = 4256)
    public static boolean multirange_adjacent_multirange(FunctionContext context, PgMultirange a, PgMultirange b) {
        MultirangeAlgebra algebra = algebra(context, a);
        return algebra.adjacent(algebra.hull(a), algebra.hull(b));
    }

    @PgFunction(oid = 4258)
    public static boolean range_before_multirange(FunctionContext context, PgRange a, PgMultirange b) {
        MultirangeAlgebra algebra = algebra(context, b);
        return algebra.before(a, algebra.hull(b));
    }

    @PgFunction(oid = 4259)
    public static boolean multirange_before_range(FunctionContext context, PgMultirange a, PgRange b) {
        MultirangeAlgebra algebra = algebra(context, a);
        return algebra.before(algebra.hull(a), b);
    }

    @PgFunction(oid = 4260)
    public static boolean multirange_before_multirange(FunctionContext context, PgMultirange a, PgMultirange b) {
        MultirangeAlgebra algebra = algebra(context, a);
        return algebra.before(algebra.hull(a), algebra.hull(b));
    }

    @PgFunction(oid = 4261)
    public static boolean range_after_multirange(FunctionContext context, PgRange a, PgMultirange b) {
        MultirangeAlgebra algebra = algebra(context, b);
        return algebra.before(algebra.hull(b), a);
    }

    @PgFunction(oid = 4262)
    public static boolean multirange_after_range(FunctionContext context, PgMultirange a, PgRange b) {
        MultirangeAlgebra algebra = algebra(context, a);
        return algebra.before(b, algebra.hull(a));
    }

    @PgFunction(oid = 4263)
    public static boolean multirange_after_multirange(FunctionContext context, PgMultirange a, PgMultirange b) {
        MultirangeAlgebra algebra = algebra(context, a);
        return algebra.before(algebra.hull(b), algebra.hull(a));
    }

    @PgFunction(oid = 4264)
    public static boolean range_overleft_multirange(FunctionContext context, PgRange a, PgMultirange b) {
        MultirangeAlgebra algebra = algebra(context, b);
        return algebra.overleft(a, algebra.hull(b));
    }

    @PgFunction(oid = 4265)
    public static boolean multirange_overleft_range(FunctionContext context, PgMultirange a, PgRange b) {
        MultirangeAlgebra algebra = algebra(context, a);
        return algebra.overleft(algebra.hull(a), b);
    }

    @PgFunction(oid = 4266)
    public static boolean multirange_overleft_multirange(FunctionContext context, PgMultirange a, PgMultirange b) {
        MultirangeAlgebra algebra = algebra(context, a);
        return algebra.overleft(algebra.hull(a), algebra.hull(b));
    }

    @PgFunction(oid = 4267)
    public static boolean range_overright_multirange(FunctionContext context, PgRange a, PgMultirange b) {
        MultirangeAlgebra algebra = algebra(context, b);
        return algebra.overright(a, algebra.hull(b));
    }

    @PgFunction(oid = 4268)
    public static boolean multirange_overright_range(FunctionContext context, PgMultirange a, PgRange b) {
        MultirangeAlgebra algebra = algebra(context, a);
        return algebra.overright(algebra.hull(a), b);
    }

    @PgFunction(oid = 4269)
    public static boolean multirange_overright_multirange(FunctionContext context, PgMultirange a, PgMultirange b) {
        MultirangeAlgebra algebra = algebra(context, a);
        return algebra.overright(algebra.hull(a), algebra.hull(b));
    }
}
