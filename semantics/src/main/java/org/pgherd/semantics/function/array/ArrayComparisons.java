package org.pgherd.semantics.function.array;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeNames;
import org.pgherd.semantics.compare.Ordering;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.PgArray;

/// Order, containment and overlap of arrays (arrayfuncs.c).
public final class ArrayComparisons {
    private ArrayComparisons() {}

    private static int compare(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return Integer.signum(Orderings.compare(site.argumentOid(0), site.inputCollation(), a, b, context.types()));
    }

    static Ordering elementOrder(FunctionContext context, CallSite site, PgArray a) {
        Ordering order = Orderings.find(a.elementOid(), site.inputCollation(), context.types());
        if (order == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_FUNCTION,
                    "could not identify an equality operator for type "
                            + TypeNames.name(a.elementOid(), context.types()));
        }
        return order;
    }

    @PgFunction(oid = 391)
    public static boolean array_lt(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return compare(context, site, a, b) < 0;
    }

    @PgFunction(oid = 393)
    public static boolean array_le(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return compare(context, site, a, b) <= 0;
    }

    @PgFunction(oid = 392)
    public static boolean array_gt(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return compare(context, site, a, b) > 0;
    }

    @PgFunction(oid = 396)
    public static boolean array_ge(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return compare(context, site, a, b) >= 0;
    }

    @PgFunction(oid = 744)
    public static boolean array_eq(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return compare(context, site, a, b) == 0;
    }

    @PgFunction(oid = 390)
    public static boolean array_ne(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return compare(context, site, a, b) != 0;
    }

    @PgFunction(oid = 382)
    public static int btarraycmp(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return compare(context, site, a, b);
    }

    @PgFunction(oid = 515)
    public static PgArray array_larger(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return compare(context, site, a, b) > 0 ? a : b;
    }

    @PgFunction(oid = 516)
    public static PgArray array_smaller(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return compare(context, site, a, b) < 0 ? a : b;
    }

    /// NULLs equal nothing.
    private static boolean has(PgArray a, Object element, Ordering order) {
        for (int i = 0; i < a.size(); i++) {
            Object candidate = a.get(i);
            if (candidate != null && order.compare(candidate, element) == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(FunctionContext context, CallSite site, PgArray a, PgArray parts) {
        Ordering order = elementOrder(context, site, a);
        for (int i = 0; i < parts.size(); i++) {
            Object element = parts.get(i);
            if (element == null || !has(a, element, order)) {
                return false;
            }
        }
        return true;
    }

    @PgFunction(oid = 2748)
    public static boolean arraycontains(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return contains(context, site, a, b);
    }

    @PgFunction(oid = 2749)
    public static boolean arraycontained(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        return contains(context, site, b, a);
    }

    @PgFunction(oid = 2747)
    public static boolean arrayoverlap(FunctionContext context, CallSite site, PgArray a, PgArray b) {
        Ordering order = elementOrder(context, site, a);
        for (int i = 0; i < b.size(); i++) {
            Object element = b.get(i);
            if (element != null && has(a, element, order)) {
                return true;
            }
        }
        return false;
    }
}
