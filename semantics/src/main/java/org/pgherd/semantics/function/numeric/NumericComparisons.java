package org.pgherd.semantics.function.numeric;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Numeric;

/// Order of numeric: NaN equals itself and is above all else (numeric.c).
public final class NumericComparisons {
    private NumericComparisons() {}

    @PgFunction(oid = 1718)
    public static boolean numeric_eq(Numeric a, Numeric b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 1719)
    public static boolean numeric_ne(Numeric a, Numeric b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 1722)
    public static boolean numeric_lt(Numeric a, Numeric b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 1723)
    public static boolean numeric_le(Numeric a, Numeric b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 1720)
    public static boolean numeric_gt(Numeric a, Numeric b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 1721)
    public static boolean numeric_ge(Numeric a, Numeric b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 1769)
    public static int numeric_cmp(Numeric a, Numeric b) {
        return Integer.signum(a.compareTo(b));
    }

    @PgFunction(oid = 1767)
    public static Numeric numeric_larger(Numeric a, Numeric b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @PgFunction(oid = 1766)
    public static Numeric numeric_smaller(Numeric a, Numeric b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
