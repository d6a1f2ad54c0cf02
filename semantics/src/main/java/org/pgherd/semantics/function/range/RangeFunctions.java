package org.pgherd.semantics.function.range;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.numeric.NumericConversions;
import org.pgherd.semantics.function.range.RangeAlgebra.Bound;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.PgRange;
import org.pgherd.semantics.value.Text;

/// Ranges: making them, their bounds, union, intersection and difference (rangetypes.c).
public final class RangeFunctions {
    private RangeFunctions() {}

    @PgFunction(oid = {3840, 3844, 3933, 3937, 3941, 3945})
    public static PgRange range_constructor2(
            FunctionContext context, CallSite site, @Nullable Object lower, @Nullable Object upper) {
        return make(context, site, lower, upper, true, false);
    }

    private static PgRange make(
            FunctionContext context,
            CallSite site,
            @Nullable Object lower,
            @Nullable Object upper,
            boolean lowerInclusive,
            boolean upperInclusive) {
        return new RangeAlgebra(context, site.resultType().oid())
                .range(
                        new Bound(lower, lower != null && lowerInclusive, true),
                        new Bound(upper, upper != null && upperInclusive, false));
    }

    @PgFunction(oid = {3841, 3845, 3934, 3938, 3942, 3946})
    public static PgRange range_constructor3(
            FunctionContext context,
            CallSite site,
            @Nullable Object lower,
            @Nullable Object upper,
            @Nullable Text flags) {
        if (flags == null) {
            throw new SqlException(SqlState.DATA_EXCEPTION, "range constructor flags argument must not be null");
        }
        return switch (flags.toString()) {
            case "[]" -> make(context, site, lower, upper, true, true);
            case "[)" -> make(context, site, lower, upper, true, false);
            case "(]" -> make(context, site, lower, upper, false, true);
            case "()" -> make(context, site, lower, upper, false, false);
            default ->
                throw new SqlException(SqlState.SYNTAX_ERROR, "invalid range bound flags")
                        .withHint("Valid values are \"[]\", \"[)\", \"(]\", and \"()\".");
        };
    }

    @PgFunction(oid = 3848)
    public static @Nullable Object range_lower(PgRange a) {
        return a.lower();
    }

    @PgFunction(oid = 3849)
    public static @Nullable Object range_upper(PgRange a) {
        return a.upper();
    }

    @PgFunction(oid = 3850)
    public static boolean range_empty(PgRange a) {
        return a.empty();
    }

    @PgFunction(oid = 3851)
    public static boolean range_lower_inc(PgRange a) {
        return a.lowerInclusive();
    }

    @PgFunction(oid = 3852)
    public static boolean range_upper_inc(PgRange a) {
        return a.upperInclusive();
    }

    @PgFunction(oid = 3853)
    public static boolean range_lower_inf(PgRange a) {
        return !a.empty() && a.lower() == null;
    }

    @PgFunction(oid = 3854)
    public static boolean range_upper_inf(PgRange a) {
        return !a.empty() && a.upper() == null;
    }

    @PgFunction(oid = 3867)
    public static PgRange range_union(FunctionContext context, CallSite site, PgRange a, PgRange b) {
        if (a.empty() || b.empty()) {
            return a.empty() ? b : a;
        }
        RangeAlgebra algebra = new RangeAlgebra(context, a.typeOid());
        if (!algebra.overlaps(a, b) && !algebra.adjacent(a, b)) {
            throw new SqlException(SqlState.DATA_EXCEPTION, "result of range union would not be contiguous");
        }
        return hull(algebra, a, b);
    }

    @PgFunction(oid = 4057)
    public static PgRange range_merge(FunctionContext context, PgRange a, PgRange b) {
        return a.empty() || b.empty() ? a.empty() ? b : a : hull(new RangeAlgebra(context, a.typeOid()), a, b);
    }

    private static PgRange hull(RangeAlgebra algebra, PgRange a, PgRange b) {
        Bound lower = algebra.compare(RangeAlgebra.lower(a), RangeAlgebra.lower(b)) < 0
                ? RangeAlgebra.lower(a)
                : RangeAlgebra.lower(b);
        Bound upper = algebra.compare(RangeAlgebra.upper(a), RangeAlgebra.upper(b)) > 0
                ? RangeAlgebra.upper(a)
                : RangeAlgebra.upper(b);
        return algebra.range(lower, upper);
    }

    @PgFunction(oid = 3868)
    public static PgRange range_intersect(FunctionContext context, PgRange a, PgRange b) {
        return new RangeAlgebra(context, a.typeOid()).intersect(a, b);
    }

    @PgFunction(oid = 3869)
    public static PgRange range_minus(FunctionContext context, PgRange a, PgRange b) {
        if (a.empty() || b.empty()) {
            return a;
        }
        RangeAlgebra algebra = new RangeAlgebra(context, a.typeOid());
        Bound l1 = RangeAlgebra.lower(a);
        Bound u1 = RangeAlgebra.upper(a);
        Bound l2 = RangeAlgebra.lower(b);
        Bound u2 = RangeAlgebra.upper(b);
        int lowers = algebra.compare(l1, l2);
        int uppers = algebra.compare(u1, u2);
        if (lowers < 0 && uppers > 0) {
            throw new SqlException(SqlState.DATA_EXCEPTION, "result of range difference would not be contiguous");
        }
        if (algebra.compare(l1, u2) > 0 || algebra.compare(u1, l2) < 0) {
            return a;
        }
        if (lowers >= 0 && uppers <= 0) {
            return algebra.empty();
        }
        return uppers <= 0 ? algebra.range(l1, l2.flipped()) : algebra.range(u2.flipped(), u1);
    }

    @PgFunction(oid = {3914, 3915, 3928})
    public static PgRange canonical(FunctionContext context, PgRange a) {
        return a.empty()
                ? a
                : new RangeAlgebra(context, a.typeOid()).range(RangeAlgebra.lower(a), RangeAlgebra.upper(a));
    }

    @PgFunction(oid = {3922, 3925})
    public static double int4range_subdiff(int a, int b) {
        return (double) a - (double) b;
    }

    @PgFunction(oid = 3923)
    public static double int8range_subdiff(long a, long b) {
        return (double) a - (double) b;
    }

    @PgFunction(oid = 3924)
    public static double numrange_subdiff(Numeric a, Numeric b) {
        return NumericConversions.numeric_float8(a.subtract(b));
    }

    @PgFunction(oid = {3929, 3930})
    public static double tsrange_subdiff(long a, long b) {
        return ((double) a - (double) b) / 1e6;
    }
}
