package org.pgherd.semantics.function.range;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgMultirange;
import org.pgherd.semantics.value.PgRange;

/// Multiranges: making them, their bounds, union, intersection and difference (multirangetypes.c).
public final class MultirangeFunctions {
    private MultirangeFunctions() {}

    @PgFunction(oid = {4280, 4283, 4286, 4289, 4292, 4295})
    public static PgMultirange multirange_constructor0(FunctionContext context, CallSite site) {
        return new PgMultirange(site.resultType().oid(), List.of());
    }

    @PgFunction(oid = {4281, 4284, 4287, 4290, 4293, 4296, 4298})
    public static PgMultirange multirange_constructor1(FunctionContext context, PgRange range) {
        RangeRow row = context.types().range(range.typeOid());
        if (row == null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "multiranges of this type are not supported outside of a server");
        }
        return new PgMultirange(row.multirangeType(), range.empty() ? List.of() : List.of(range));
    }

    @PgFunction(oid = {4282, 4285, 4288, 4291, 4294, 4297})
    public static PgMultirange multirange_constructor2(FunctionContext context, CallSite site, PgArray ranges) {
        if (ranges.ndims() > 1) {
            throw new SqlException(
                    SqlState.CARDINALITY_VIOLATION, "multiranges cannot be constructed from multidimensional arrays");
        }
        List<PgRange> parts = new ArrayList<>(ranges.size());
        for (int i = 0; i < ranges.size(); i++) {
            if (!(ranges.get(i) instanceof PgRange range)) {
                throw new SqlException(
                        SqlState.NULL_VALUE_NOT_ALLOWED, "multirange values cannot contain null members");
            }
            parts.add(range);
        }
        return new MultirangeAlgebra(context, site.resultType().oid()).of(parts);
    }

    @PgFunction(oid = 4235)
    public static @Nullable Object multirange_lower(PgMultirange a) {
        return MultirangeAlgebra.isEmpty(a) ? null : MultirangeAlgebra.first(a).lower();
    }

    @PgFunction(oid = 4236)
    public static @Nullable Object multirange_upper(PgMultirange a) {
        return MultirangeAlgebra.isEmpty(a) ? null : MultirangeAlgebra.last(a).upper();
    }

    @PgFunction(oid = 4237)
    public static boolean multirange_empty(PgMultirange a) {
        return MultirangeAlgebra.isEmpty(a);
    }

    @PgFunction(oid = 4238)
    public static boolean multirange_lower_inc(PgMultirange a) {
        return !MultirangeAlgebra.isEmpty(a) && MultirangeAlgebra.first(a).lowerInclusive();
    }

    @PgFunction(oid = 4239)
    public static boolean multirange_upper_inc(PgMultirange a) {
        return !MultirangeAlgebra.isEmpty(a) && MultirangeAlgebra.last(a).upperInclusive();
    }

    @PgFunction(oid = 4240)
    public static boolean multirange_lower_inf(PgMultirange a) {
        return !MultirangeAlgebra.isEmpty(a) && MultirangeAlgebra.first(a).lower() == null;
    }

    @PgFunction(oid = 4241)
    public static boolean multirange_upper_inf(PgMultirange a) {
        return !MultirangeAlgebra.isEmpty(a) && MultirangeAlgebra.last(a).upper() == null;
    }

    @PgFunction(oid = 4270)
    public static PgMultirange multirange_union(FunctionContext context, PgMultirange a, PgMultirange b) {
        return new MultirangeAlgebra(context, a.typeOid()).union(a, b);
    }

    @PgFunction(oid = 4271)
    public static PgMultirange multirange_minus(FunctionContext context, PgMultirange a, PgMultirange b) {
        return new MultirangeAlgebra(context, a.typeOid()).minus(a, b);
    }

    @PgFunction(oid = 4272)
    public static PgMultirange multirange_intersect(FunctionContext context, PgMultirange a, PgMultirange b) {
        return new MultirangeAlgebra(context, a.typeOid()).intersect(a, b);
    }

    @PgFunction(oid = 4228)
    public static PgRange range_merge_from_multirange(FunctionContext context, PgMultirange a) {
        return new MultirangeAlgebra(context, a.typeOid()).hull(a);
    }

    @PgFunction(oid = 1293)
    public static RowIterator multirange_unnest(PgMultirange a) {
        return RowIterator.ofValues(a.ranges().iterator());
    }
}
